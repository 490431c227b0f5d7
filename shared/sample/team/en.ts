import type { TeamContent } from './texts.ts';

export const teamTexts: TeamContent = {
  authority: 'Building control',
  expects: {
    owner: 'Patients from the week after handover; no surprises about money.',
    own: 'Decisions within three days, payments on the day.',
    airSub: 'A clear plant room and a crane slot that holds.',
    joiner: 'One signed sample, then no more changes of the veneer.',
    control: 'Escape route and fire stopping shown before they are closed.',
  },
  skills: {
    manager: 'Contracts, clients, programme',
    site: 'Drylining, setting out, safety on site',
    services: 'Ventilation, medical gases, commissioning',
    buyer: 'Quotations, deliveries, invoices',
  },
  duties: {
    report: 'Weekly report to the practice',
    handover: 'Handover of the rooms with all papers',
    training: 'Training of the nurses on suction and compressed air',
  },
  weekly: 'Every Friday',
  handover: {
    text: 'Offer, brief of the practice version 2, what was said about noise and about the opening week.',
    open_points: 'Who pays for the second crane day is not written anywhere.',
  },
  matters: {
    duct: {
      title: 'Main duct and sprinkler pipe meet above the corridor',
      measure: 'Pipe lowered by 120 mm; both firms signed the drawing.',
    },
    doors: { title: 'Door frames arrive before the walls are plumbed' },
  },
  morale: [
    'Good start, short ways.',
    'Night work tires the crew; two evenings off from next week.',
    'Better since the second crew is here.',
  ],
  screening: 'Occupied building and a fixed opening day: more looks at the programme than usual.',
  steps: [
    'The practice chose us over two others.',
    'Contract signed by both sides.',
    'Kick-off held, drawings approved.',
  ],
};
