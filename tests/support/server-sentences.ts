import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const server = join(import.meta.dirname, '../../server');
/** What has no words for people of the page. */
const apart = ['generated', 'migrat', 'secrets.ts', 'presets.ts'];

interface ServerWords {
  /** What reads as a sentence for people. */
  readonly sentences: ReadonlySet<string>;
  /** Everything that is written there. */
  readonly texts: ReadonlySet<string>;
}

/**
 * All text in the server's source. A sentence begins with a capital and ends with a full stop, as its messages for
 * people do and its messages for the log do not. What is put in is numbered: `{{0}}`, `{{1}}`.
 */
export function serverWords(): ServerWords {
  const sentences = new Set<string>();
  const texts = new Set<string>();
  for (const entry of readdirSync(server, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || !entry.name.endsWith('.ts') || apart.some((part) => path.includes(part))) continue;
    const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
    const visit = (node: ts.Node): void => {
      const parts = partsOf(node);
      if (parts === null) return ts.forEachChild(node, visit);
      const text = written(parts);
      texts.add(text);
      if (isSentence(text)) sentences.add(text);
      // What is put in may be a sentence as well, or hold one.
      for (const part of parts) if (typeof part !== 'string') visit(part);
    };
    visit(source);
  }
  return { sentences, texts };
}

type Part = string | ts.Expression;

/** The pieces of a text that is written in place; `null` for anything else. */
function partsOf(node: ts.Node): readonly Part[] | null {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node)) {
    return [node.head.text, ...node.templateSpans.flatMap((span) => [span.expression, span.literal.text])];
  }
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    const [left, right] = [partsOf(node.left), partsOf(node.right)];
    if (left === null && right === null) return null;
    return [...(left ?? [node.left]), ...(right ?? [node.right])];
  }
  return null;
}

function written(parts: readonly Part[]): string {
  let number = 0;
  return parts.map((part) => (typeof part === 'string' ? part : `{{${number++}}}`)).join('');
}

function isSentence(text: string): boolean {
  return /^(\p{Lu}|\{\{0\}\}.* )/u.test(text) && /\.$/.test(text) && text.split(' ').length > 2;
}
