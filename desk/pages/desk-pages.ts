import ApartmentOutlined from '@ant-design/icons/es/icons/ApartmentOutlined';
import AuditOutlined from '@ant-design/icons/es/icons/AuditOutlined';
import BgColorsOutlined from '@ant-design/icons/es/icons/BgColorsOutlined';
import BranchesOutlined from '@ant-design/icons/es/icons/BranchesOutlined';
import CalendarOutlined from '@ant-design/icons/es/icons/CalendarOutlined';
import DownloadOutlined from '@ant-design/icons/es/icons/DownloadOutlined';
import ExportOutlined from '@ant-design/icons/es/icons/ExportOutlined';
import EyeOutlined from '@ant-design/icons/es/icons/EyeOutlined';
import FileSearchOutlined from '@ant-design/icons/es/icons/FileSearchOutlined';
import FormOutlined from '@ant-design/icons/es/icons/FormOutlined';
import IdcardOutlined from '@ant-design/icons/es/icons/IdcardOutlined';
import ImportOutlined from '@ant-design/icons/es/icons/ImportOutlined';
import InboxOutlined from '@ant-design/icons/es/icons/InboxOutlined';
import TeamOutlined from '@ant-design/icons/es/icons/TeamOutlined';
import ThunderboltOutlined from '@ant-design/icons/es/icons/ThunderboltOutlined';
import type { ComponentType } from 'react';
import type { RailEntry } from '../app/shell/rail-entry.ts';

export type DeskPage = RailEntry & {
  /** The page's own chunk; it exports its page as `Component`. */
  lazy: () => Promise<{ Component: ComponentType }>;
  /** Addresses below it that the same page answers, such as `:id`. */
  below?: readonly string[];
};

/**
 * Every page of the desk: one entry gives it an address, a place in the rail and the doors that must be open to see it.
 * The first page of a posting is where it starts. The server asks again at each of its own doors.
 */
export const deskPages: readonly DeskPage[] = [
  {
    path: '/matters',
    below: [':id'],
    word: 'place.queue',
    Icon: InboxOutlined,
    doors: ['work-on-matters'],
    lazy: () => import('./matters/matters-page.tsx'),
  },
  {
    path: '/counter',
    word: 'place.counter',
    Icon: FormOutlined,
    doors: ['register-matter'],
    lazy: () => import('./counter/counter-page.tsx'),
  },
  {
    path: '/search',
    word: 'place.search',
    Icon: FileSearchOutlined,
    doors: ['work-on-matters'],
    lazy: () => import('./search/search-page.tsx'),
  },
  {
    path: '/visitors',
    word: 'place.visitors',
    Icon: IdcardOutlined,
    doors: ['look-up-visitor'],
    lazy: () => import('./visitors/visitors-page.tsx'),
  },
  {
    path: '/passed-on',
    word: 'place.passedOn',
    Icon: ExportOutlined,
    doors: ['register-matter'],
    lazy: () => import('./passed-on/passed-on-page.tsx'),
  },
  {
    path: '/oversight',
    word: 'place.oversight',
    Icon: EyeOutlined,
    doors: ['oversee-region'],
    lazy: () => import('./oversight/oversight-page.tsx'),
  },
  {
    path: '/levels',
    word: 'place.levels',
    Icon: BgColorsOutlined,
    doors: ['read-level-rules'],
    lazy: () => import('./levels/levels-page.tsx'),
  },
  {
    path: '/macros',
    word: 'place.macros',
    Icon: ThunderboltOutlined,
    doors: ['keep-macros'],
    lazy: () => import('./macros/macros-page.tsx'),
  },
  {
    path: '/exports',
    word: 'place.exports',
    Icon: DownloadOutlined,
    doors: ['export-matters', 'decide-export'],
    lazy: () => import('./exports/exports-page.tsx'),
  },
  {
    path: '/imports',
    below: [':id'],
    word: 'place.imports',
    Icon: ImportOutlined,
    doors: ['import-matters'],
    lazy: () => import('./imports/imports-page.tsx'),
  },
  {
    path: '/people',
    word: 'place.people',
    Icon: TeamOutlined,
    doors: ['manage-accounts'],
    lazy: () => import('./people/people-page.tsx'),
  },
  {
    path: '/units',
    word: 'place.units',
    Icon: ApartmentOutlined,
    doors: ['manage-units'],
    lazy: () => import('./units/units-page.tsx'),
  },
  {
    path: '/procedures',
    below: [':key'],
    word: 'place.procedures',
    Icon: BranchesOutlined,
    doors: ['read-procedures'],
    lazy: () => import('./procedures/procedures-page.tsx'),
  },
  {
    path: '/absences',
    word: 'place.absences',
    Icon: CalendarOutlined,
    doors: ['arrange-absence'],
    lazy: () => import('./absences/absences-page.tsx'),
  },
  {
    path: '/audit',
    word: 'place.audit',
    Icon: AuditOutlined,
    doors: ['read-audit'],
    lazy: () => import('./audit/audit-page.tsx'),
  },
];
