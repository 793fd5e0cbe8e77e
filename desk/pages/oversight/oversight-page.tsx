import { useState } from 'react';
import { useNavigate } from 'react-router';
import { PurposeDrawer } from '../../features/openings/purpose-drawer.tsx';
import { Oversight } from '../../features/oversight/oversight.tsx';

/** The board; from its list a file outside own work opens with a purpose. */
export function Component() {
  const navigate = useNavigate();
  const [asking, ask] = useState<string>();
  return (
    <>
      <Oversight askPurpose={ask} />
      <PurposeDrawer
        matterId={asking}
        onDone={(id) => void navigate(`/matters/${id}`)}
        close={() => ask(undefined)}
      />
    </>
  );
}
