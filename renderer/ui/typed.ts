import { type FocusEvent, useRef } from 'react';

type Field = HTMLInputElement | HTMLTextAreaElement;

const isField = (target: EventTarget): target is Field =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === 'text');

/** Knows whether somebody has typed into a form: a field that was entered says something else now. */
export function useTyped() {
  const before = useRef(new Map<Field, string>());
  return {
    onFocusCapture: (event: FocusEvent) => {
      const { target } = event;
      if (isField(target) && !before.current.has(target)) before.current.set(target, target.value);
    },
    any: () => [...before.current].some(([field, text]) => field.isConnected && field.value !== text),
  };
}
