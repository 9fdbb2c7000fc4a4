'use client';

import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Member } from '../../../server/protocol/room';
import type { Role } from '../../../server/protocol/roles';
import { useCommand } from '../../_lib/studio-context';
import { ConfirmDialog } from '../ui/confirm-dialog';

/** What an owner is asked before it is done. */
export type Question =
  | { readonly kind: 'remove' | 'ban'; readonly member: Member }
  | { readonly kind: 'step-down'; readonly member: Member; readonly role: Role };

interface MemberQuestionProps {
  readonly question: Question;
  readonly onClose: () => void;
  /** The list that the member may be gone from. */
  readonly focusAfter: RefObject<HTMLElement | null>;
}

/** Says what will happen to a member, and does it. */
export function MemberQuestion({ question, onClose, focusAfter }: MemberQuestionProps) {
  const { t } = useTranslation();
  const command = useCommand();
  const { id: memberId, name } = question.member;
  if (question.kind === 'step-down') {
    return (
      <ConfirmDialog
        title={t('people.stepDown.title')}
        text={t('people.stepDown.text')}
        action={t('people.stepDown.action')}
        onConfirm={() => command({ type: 'member:role', memberId, role: question.role })}
        onClose={onClose}
        focusAfter={focusAfter}
      />
    );
  }
  const { kind } = question;
  return (
    <ConfirmDialog
      title={t(`people.${kind}.title`, { name })}
      text={t(`people.${kind}.text`, { name })}
      action={t(`people.${kind}.action`)}
      onConfirm={() => command({ type: `member:${kind}`, memberId })}
      onClose={onClose}
      focusAfter={focusAfter}
    />
  );
}
