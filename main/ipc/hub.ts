import type { AppEvent, NewEvent } from '#shared/ipc/events.ts';

/** Numbers events and hands them to the transport, so that a window notices when it missed one. */
export class EventHub {
  readonly #push: (json: string) => void;
  #n = 0;

  constructor(push: (json: string) => void) {
    this.#push = push;
  }

  emit(event: NewEvent): void {
    this.#n += 1;
    this.#push(JSON.stringify({ ...event, n: this.#n } as AppEvent));
  }
}
