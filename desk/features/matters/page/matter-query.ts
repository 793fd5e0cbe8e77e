import { queryOptions, useQueryClient } from '@tanstack/react-query';
import type { MatterPresent, MatterView } from '#contract/matters/matter.ts';
import { request } from '../../../app/api/request.ts';

export function matterQuery(id: string) {
  return queryOptions({
    queryKey: ['matters', 'one', id],
    queryFn: ({ signal }) => request<MatterView>(`/api/v1/matters/${id}`, { signal }),
  });
}

/** Shows at once what a step answered: until the file is fetched anew, one's own next step would be taken for stale. */
export function useKeepPresent(): (present: MatterPresent) => void {
  const queryClient = useQueryClient();
  return (present) => {
    queryClient.setQueryData(
      matterQuery(present.id).queryKey,
      (matter) => matter && { ...matter, ...present, clocks: matter.clocks },
    );
  };
}
