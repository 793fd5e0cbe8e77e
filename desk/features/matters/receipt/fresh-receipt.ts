import type { Receipt, RegisterMatterAnswer } from '#contract/matters/register-matter.ts';
import type { PaperKind } from '#domain/matters/vocabulary.ts';
import { queryClient } from '../../../app/api/query-client.ts';

export type WaitingPaper = { file: File; kind: PaperKind };

const waiting = new Map<string, WaitingPaper[]>();

/** Hands the new receipt, and the papers that still have to be sent, over to the receipt's page. */
export function keepFreshReceipt({ matter, receipt }: RegisterMatterAnswer, papers: WaitingPaper[]): void {
  queryClient.setQueryData<Receipt>(receiptKey(matter.id), receipt);
  waiting.set(matter.id, papers);
}

export function receiptKey(matterId: string) {
  return ['receipt', matterId] as const;
}

/** The papers that wait for this matter; each is taken once. */
export function takeWaitingPapers(matterId: string): WaitingPaper[] {
  const papers = waiting.get(matterId) ?? [];
  waiting.delete(matterId);
  return papers;
}
