import type { Matter } from './adapter.ts';

/** A matter as one text, for systems that know no parties: where an office that uses them writes who it is about. */
export function described({ story, request, applicant, respondent }: Matter): string {
  return [
    story,
    request,
    `申请人：${applicant.name}，${applicant.phone}，青山区`,
    `被申请人：${respondent.name}，${respondent.creditCode}`,
  ].join('\n\n');
}
