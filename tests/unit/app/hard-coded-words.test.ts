import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const app = join(import.meta.dirname, '../../../app');
/** Properties that people read or hear. */
const spoken =
  /^(aria-(label|description|valuetext|roledescription|placeholder)|title|alt|placeholder|label|text|action|hint|reason|description)$/;
/** Names and signs, which are the same in every language. */
const same = new Set(['px']);

/** Of which a side is the value: `and` has only its right one. */
const shownSides = new Set([
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
  ts.SyntaxKind.PlusToken,
]);

/** What a component says without its words being in the messages. */
function hardCodedWords(path: string, source = readFileSync(path, 'utf8')): string[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const say = (text: string) => {
    const words = text.replace(/&\w+;/g, ' ').match(/\p{L}{2,}/gu) ?? [];
    if (words.some((word) => !same.has(word))) found.push(text.trim());
  };
  const sayAll = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) return say(node.text);
    if (ts.isTemplateExpression(node)) {
      return [node.head, ...node.templateSpans.map(({ literal }) => literal)].forEach(({ text }) =>
        say(text),
      );
    }
    if (ts.isJsxExpression(node) && node.expression) return sayAll(node.expression);
    if (ts.isParenthesizedExpression(node)) return sayAll(node.expression);
    if (ts.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse].forEach(sayAll);
    // What is compared or is a condition is not said.
    if (ts.isBinaryExpression(node) && shownSides.has(node.operatorToken.kind)) {
      if (node.operatorToken.kind !== ts.SyntaxKind.AmpersandAmpersandToken) sayAll(node.left);
      return sayAll(node.right);
    }
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) say(node.text);
    else if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) sayAll(node);
    else if (ts.isJsxAttribute(node) && spoken.test(node.name.getText()) && node.initializer) {
      sayAll(node.initializer);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

describe('components', () => {
  const files = readdirSync(app, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.tsx'),
  );

  it.each(files)('%s takes its words from the messages', (name) => {
    expect(hardCodedWords(join(app, name))).toEqual([]);
  });

  it.each([
    ['<p>Hello there</p>', 'Hello there'],
    ['<p>{busy ? "Wait" : name}</p>', 'Wait'],
    ['<p>{busy && `Wait for ${name}`}</p>', 'Wait for'],
    ['<b aria-label="Close" />', 'Close'],
    ['<p>{name ?? "Nobody"}</p>', 'Nobody'],
    ['<Field label={busy ? t("a.b") : "Size"} />', 'Size'],
  ])('%s would be found', (source, words) => {
    expect(hardCodedWords('x.tsx', source)).toEqual([words]);
  });

  it.each([
    '<p>{t("a.b")} · 3 px</p>',
    '<p className="flex grow">{name}</p>',
    '<p>{kind === "failed" && t("a.b")}</p>',
    '<i data-testid="stage" />',
  ])('%s would not', (source) => {
    expect(hardCodedWords('x.tsx', source)).toEqual([]);
  });
});
