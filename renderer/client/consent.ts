/** Between a refusal the user can overrule and the window that asks. */
import { create } from 'zustand';
import type { AppError } from '#shared/ipc/errors.ts';

interface Asking {
  readonly refusal: AppError | null;
  readonly answer: (accepts: boolean) => void;
}

/** The refusal that waits for an answer, for the one dialog that asks. */
export const useConsent = create<Asking>(() => ({ refusal: null, answer: () => {} }));

/** Whether the user accepts what the core refused. False unless said so in words; a question before it is refused. */
export function askConsent(refusal: AppError): Promise<boolean> {
  useConsent.getState().answer(false);
  return new Promise((resolve) => {
    useConsent.setState({
      refusal,
      answer: (accepts) => {
        useConsent.setState({ refusal: null, answer: () => {} });
        resolve(accepts);
      },
    });
  });
}
