import { routes as access } from '#server/features/access/public.ts';
import { routes as audit } from '#server/features/audit/public.ts';
import { routes as exports } from '#server/features/exports/public.ts';
import { routes as imports } from '#server/features/imports/public.ts';
import { routes as levels } from '#server/features/levels/public.ts';
import { routes as matters } from '#server/features/matters/public.ts';
import { routes as notices } from '#server/features/notices/public.ts';
import { routes as office } from '#server/features/office/public.ts';
import { routes as organisations } from '#server/features/organisations/public.ts';
import { routes as roadmap } from '#server/features/roadmap/public.ts';
import type { Feature } from './http.ts';

/** The features of the program, in the order in which the API's description lists them. */
export const features: readonly Feature[] = [
  matters,
  roadmap,
  levels,
  notices,
  office,
  exports,
  imports,
  organisations,
  access,
  audit,
];
