import type { ExpectationContent } from './texts.ts';

export const expectationTexts: ExpectationContent = {
  expectations: {
    opening: {
      text: 'Patients are seen from the week after handover; they are booked already',
      client: 'Open for patients in the week after handover',
      factors: 'Moving a booking means a phone call each; the chairs are supplied by the client.',
      expected: 'All twelve chairs in use in the week after handover',
      agreed: 'Eight chairs in the week after handover, four more within a week',
    },
    noise: {
      text: 'No core drilling after ten in the morning: the offices below are working',
      client: 'Noisy work before 10:00 and after 17:30 only',
      expected: 'No drilling heard in office hours',
      actual: 'One complaint last month, none since',
    },
    sterile: {
      text: 'Decontamination area passes its inspection at the first visit',
      factors: 'Inspectors look at the flow; the drawings lack the height of the hatch.',
    },
    shielding: { text: 'CBCT room passes its test at once, papers ready for the regulator' },
    finish: {
      text: 'Surgeries finished exactly like the sample room, no more colour differences',
      factors: 'The first doors came in another shade; the client looks closely now.',
      actual: 'Second lot of doors accepted against the sealed sample',
    },
    price: { text: 'No more on the price: every variation quoted before it is done' },
    contact: { text: 'Somebody can always be reached, with an answer in writing the same day' },
    training: { text: 'Nurses shown how to look after suction and compressed air before handover' },
    showcase: { text: 'A clinic to show to other practices' },
  },
  guidance: {
    before: 'All twelve chairs open in the week after handover',
    after: 'Eight chairs first, the other four within a week',
    plan: 'Surgeries 1–8 → three days of testing → surgeries 9–12',
  },
  feasibility: {
    by: 'Services engineer',
    note: 'Eight can be tested by themselves; all twelve at once need the chairs five days earlier.',
  },
  capability: 'Enough people for testing; the dealer has to be booked to unpack.',
  tradeoffs: {
    truck: { option: 'Express freight for the air handling unit', quality: 'Unchanged' },
    wait: { option: 'Wait for the new delivery date', quality: 'Unchanged; ceilings closed a week later' },
  },
  value: {
    efficiency: {
      text: 'Equipment points right the first time: no closed surgeries for rewiring',
      evidence: 'Layout signed room by room',
    },
    social: {
      text: 'Quiet work: the neighbours keep working',
      evidence: 'Noise log of the building manager',
    },
  },
  fishbone: 'First cabinet doors differ from the sealed sample; twenty-two made again',
  causes: {
    veneer: 'Veneer of another batch',
    sample: 'The sample was too small to show the grain',
    rework: 'Rework takes the slots',
    capacity: 'Workshop is full in high season',
    split: 'Contract says nothing of inspection in lots',
    inspection: 'Nobody inspected at the works',
    humidity: 'Damp season, moist veneer',
  },
  demo: {
    topic: 'Sample room (surgery 3) shown',
    reaction: 'The manager accepts the finishes and asks for an upstand on the worktops.',
    effect: '“Like the sample room” became the acceptance standard of the others.',
  },
  rectifications: {
    sockets: 'Data outlets of surgeries 3, 5 and 9 moved to the dentist’s side',
    grout: 'Two patches of uneven grout in decontamination',
  },
  caseStudy: {
    title: 'A dental clinic in a working office block: half of it first',
    situation: 'Opening day announced, equipment late, the client wanted everything at once.',
    solution: 'Showed how another clinic opened in steps; agreed on half first, the rest within a week.',
    result: 'Opened on the day announced; the client came back with the next clinic.',
  },
};
