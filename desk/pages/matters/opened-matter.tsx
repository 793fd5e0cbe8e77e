import { ExportFileButton } from '../../features/exports/export-file.tsx';
import { MatterPage } from '../../features/matters/page/matter-page.tsx';
import { OfferOpening } from '../../features/openings/offer-opening.tsx';

/** One matter's file, and in the place of one that is not theirs the way to open it for a purpose. */
export default function OpenedMatter({ id }: { id: string }) {
  return (
    <MatterPage
      id={id}
      unopened={(otherwise) => <OfferOpening id={id} otherwise={otherwise} />}
      paperTools={(matter) => <ExportFileButton matterId={matter.id} />}
    />
  );
}
