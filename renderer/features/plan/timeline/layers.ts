/** What the timeline shows beside bars and dates; each can be switched off. */
export const LAYERS = [
  'critical',
  'slack',
  'baseline',
  'changes',
  'links',
  'buffers',
  'deadlines',
  'promises',
  'progressLine',
  'nonWorking',
] as const;
export type Layer = (typeof LAYERS)[number];

export const LABEL_PLACES = ['none', 'left', 'right', 'farRight'] as const;
export type LabelPlace = (typeof LABEL_PLACES)[number];

export const LABEL_TEXTS = ['responsible', 'name', 'dates'] as const;
export type LabelText = (typeof LABEL_TEXTS)[number];

export interface Look {
  readonly layers: Readonly<Record<Layer, boolean>>;
  readonly labels: LabelPlace;
  readonly labelText: LabelText;
  readonly miniMap: boolean;
}

/** What answers "when, and is it late" at first sight; the rest is a click away. */
export const STANDARD_LOOK: Look = {
  layers: {
    critical: true,
    slack: false,
    baseline: true,
    changes: false,
    links: true,
    buffers: true,
    deadlines: true,
    promises: true,
    progressLine: false,
    nonWorking: true,
  },
  labels: 'right',
  labelText: 'responsible',
  miniMap: true,
};
