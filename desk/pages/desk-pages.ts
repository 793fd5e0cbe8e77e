import ApartmentOutlined from '@ant-design/icons-svg/es/asn/ApartmentOutlined';
import AuditOutlined from '@ant-design/icons-svg/es/asn/AuditOutlined';
import BgColorsOutlined from '@ant-design/icons-svg/es/asn/BgColorsOutlined';
import BranchesOutlined from '@ant-design/icons-svg/es/asn/BranchesOutlined';
import CalendarOutlined from '@ant-design/icons-svg/es/asn/CalendarOutlined';
import DownloadOutlined from '@ant-design/icons-svg/es/asn/DownloadOutlined';
import ExportOutlined from '@ant-design/icons-svg/es/asn/ExportOutlined';
import EyeOutlined from '@ant-design/icons-svg/es/asn/EyeOutlined';
import FileSearchOutlined from '@ant-design/icons-svg/es/asn/FileSearchOutlined';
import FormOutlined from '@ant-design/icons-svg/es/asn/FormOutlined';
import IdcardOutlined from '@ant-design/icons-svg/es/asn/IdcardOutlined';
import ImportOutlined from '@ant-design/icons-svg/es/asn/ImportOutlined';
import InboxOutlined from '@ant-design/icons-svg/es/asn/InboxOutlined';
import TeamOutlined from '@ant-design/icons-svg/es/asn/TeamOutlined';
import ThunderboltOutlined from '@ant-design/icons-svg/es/asn/ThunderboltOutlined';
import type { ComponentType } from 'react';
import type { RailEntry } from '../app/shell/rail-entry.ts';

export type DeskPage = RailEntry & {
  /** The page's own chunk; it exports its page as `Component`. */
  lazy: () => Promise<{ Component: ComponentType }>;
  /** Addresses below it that the same page answers, such as `:id`. */
  below?: readonly string[];
  /** The page together with what it needs at an address below it; `first-files.ts` reads which file that is. */
  lazyBelow?: DeskPage['lazy'];
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
    icon: InboxOutlined,
    doors: ['work-on-matters'],
    lazy: () => import('./matters/matters-page.tsx'),
    lazyBelow: async () => {
      const [page] = await Promise.all([
        import('./matters/matters-page.tsx'),
        import('./matters/opened-matter.tsx'),
      ]);
      await page.fetchBelow();
      return page;
    },
  },
  {
    path: '/counter',
    word: 'place.counter',
    icon: FormOutlined,
    doors: ['register-matter'],
    lazy: () => import('./counter/counter-page.tsx'),
  },
  {
    path: '/search',
    word: 'place.search',
    icon: FileSearchOutlined,
    doors: ['work-on-matters'],
    lazy: () => import('./search/search-page.tsx'),
  },
  {
    path: '/visitors',
    word: 'place.visitors',
    icon: IdcardOutlined,
    doors: ['look-up-visitor'],
    lazy: () => import('./visitors/visitors-page.tsx'),
  },
  {
    path: '/passed-on',
    word: 'place.passedOn',
    icon: ExportOutlined,
    doors: ['register-matter'],
    lazy: () => import('./passed-on/passed-on-page.tsx'),
  },
  {
    path: '/oversight',
    word: 'place.oversight',
    icon: EyeOutlined,
    doors: ['oversee-region'],
    lazy: () => import('./oversight/oversight-page.tsx'),
  },
  {
    path: '/levels',
    word: 'place.levels',
    icon: BgColorsOutlined,
    doors: ['read-level-rules'],
    lazy: () => import('./levels/levels-page.tsx'),
  },
  {
    path: '/macros',
    word: 'place.macros',
    icon: ThunderboltOutlined,
    doors: ['keep-macros'],
    lazy: () => import('./macros/macros-page.tsx'),
  },
  {
    path: '/exports',
    word: 'place.exports',
    icon: DownloadOutlined,
    doors: ['export-matters', 'decide-export'],
    lazy: () => import('./exports/exports-page.tsx'),
  },
  {
    path: '/imports',
    below: [':id'],
    word: 'place.imports',
    icon: ImportOutlined,
    doors: ['import-matters'],
    lazy: () => import('./imports/imports-page.tsx'),
  },
  {
    path: '/people',
    word: 'place.people',
    icon: TeamOutlined,
    doors: ['manage-accounts'],
    lazy: () => import('./people/people-page.tsx'),
  },
  {
    path: '/units',
    word: 'place.units',
    icon: ApartmentOutlined,
    doors: ['manage-units'],
    lazy: () => import('./units/units-page.tsx'),
  },
  {
    path: '/procedures',
    below: [':key'],
    word: 'place.procedures',
    icon: BranchesOutlined,
    doors: ['read-procedures'],
    lazy: () => import('./procedures/procedures-page.tsx'),
  },
  {
    path: '/absences',
    word: 'place.absences',
    icon: CalendarOutlined,
    doors: ['arrange-absence'],
    lazy: () => import('./absences/absences-page.tsx'),
  },
  {
    path: '/audit',
    word: 'place.audit',
    icon: AuditOutlined,
    doors: ['read-audit'],
    lazy: () => import('./audit/audit-page.tsx'),
  },
];
