import type { TalkContent } from '../content.ts';

export const talk: TalkContent = {
  last: {
    title: 'Progress meeting 6',
    place: 'Meeting room, Harbourside Dental Practice',
    expectation_effect:
      'The handover date stands for now; another week without the air unit would move acceptance.',
    client_opinion: 'Dr Okafor would like fewer meetings and more photos from site.',
    internal_notes: 'We pay at most half of the express delivery; the margin is thin already.',
  },
  coming: { title: 'Progress meeting 7', place: 'On site' },
  items: {
    progress: { text: 'Partitions and ductwork complete, one day later than planned' },
    airUnit: {
      text: 'Motors of the air unit are out of stock; the supplier has lost control of his schedule',
      client: 'The air unit is expected two weeks late; express delivery is being priced',
      result: 'Price of the express delivery within a week',
    },
    margin: { text: 'How to share the express cost: not to be raised with the client yet' },
    saturday: {
      text: 'Noisy work on Saturdays?',
      result: 'Agreed, 9:00 to 16:00; landlord told the day before',
    },
    samples: { text: 'Bring samples of the new veneer to site' },
    drawing: { text: 'Send the corrected layout to Ms Holt' },
    crew: { text: 'Two more joiners from the office for one week' },
    reception: { text: 'Reception layout: A or B' },
    handover: { text: 'Cleaning and training before handover' },
  },
  promises: {
    minutes: { text: 'Minutes and list of contacts to Dr Okafor within three days' },
    quiet: { text: 'All drilling before 10:00 from Monday on' },
    colour: {
      text: 'Colour number of the floor confirmed by Wednesday',
      reason: 'Sample book was out of stock; confirmed two days late',
    },
    options: { text: 'Price and time of both reception layouts to Dr Okafor today' },
    sockets: {
      text: 'Data points in rooms 3, 5 and 9 corrected by Friday',
      client: 'Data points in rooms 3, 5 and 9 corrected by next Tuesday',
      reason: 'Kept clear of the chair installation; Ms Holt agreed to Tuesday',
    },
    veneer: { text: 'Take you to the workshop to see the new veneer by the end of next week' },
  },
  glossary: [
    {
      term: 'air handling unit',
      client_term: 'ventilation',
      meaning: 'Brings filtered fresh air into the treatment rooms; it hangs above the ceiling.',
    },
    {
      term: 'first fix inspection',
      client_term: 'check before the walls are closed',
      meaning: 'Both sides look at pipes and cables before walls and ceilings cover them.',
    },
  ],
};
