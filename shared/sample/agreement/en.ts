import type { AgreementContent } from './texts.ts';

export const agreementTexts: AgreementContent = {
  goals: {
    opening: {
      title: 'Eight chairs treat patients in the week after handover',
      specific:
        'Chairs, water, waste, suction and compressed air of surgeries 1–8 all work in the week after handover',
      measurable:
        'Each of the eight runs for two hours without leaks, at the suction and pressure the maker asks for',
      achievable:
        'The lines of eight chairs can be commissioned first; the last clinic of ten took four days',
      relevant: 'Patients have been booked; moving them means calling each one',
      time_bound: 'Within five working days after handover',
    },
    noise: {
      title: 'Noisy work at the agreed hours only',
      specific: 'Core drilling, cutting and demolition only before 10:00 and after 17:30',
      measurable: 'No complaint in any week; at most 55 dB at the door between 10:00 and 17:30',
      achievable: 'Demolition is done; the remaining openings can be drilled early and late',
      relevant: 'The other tenants keep working, and the landlord may stop the site',
      time_bound: 'From moving in to handover',
    },
    shielding: {
      title: 'CT room shielding passes at the first test',
      specific:
        'Walls, door, ceiling and window of the CT room pass the test at once, with papers ready for the authority',
      measurable: 'All points of the third-party report within the limits of the standard',
      achievable: 'Lead as calculated plus one step of margin; the maker fits the door',
      relevant: 'Without the report no licence can be applied for',
      time_bound: '',
    },
  },
  judged: {
    first: 'Lines of all eight are laid and pressure-tested',
    second: 'The air unit is late, the ceiling of surgery 4 is open, commissioning moves back',
    noise: 'No complaint this week',
  },
  charter: {
    purpose:
      'Build a dental clinic in an existing building that can treat patients, passes acceptance and gets its licence.',
    background: 'Patients have been booked; the other tenants keep working.',
    scope:
      'Fit-out and services of surgeries, CT room and sterilisation; the client supplies the chairs, we connect them.',
    time: 'As in the contract programme; patients from the week after handover.',
    cost: 'Fixed price; changes are quoted first and done after the client has confirmed.',
    quality: 'To the standards that apply; finishes as the sealed samples.',
    assumptions: 'The chairs arrive on time; the landlord agrees to early and late hours.',
    success: 'Every acceptance passes at once, and eight chairs treat patients in the week after handover.',
  },
  adjustment: {
    title: 'Start with eight chairs instead of twelve',
    reason:
      'The chairs come in two deliveries, the second a week later; twelve cannot be commissioned together.',
    before: 'Twelve chairs treat patients in the week after handover',
    after: 'Eight chairs in the week after handover, the other four within a week',
    impact_resource: 'One commissioning engineer stays a week longer',
    strategy_actions:
      'Commission the lines of eight first; have the connections ready before the chairs arrive.',
  },
  negotiation: {
    said: 'Explained the deliveries and how to start with eight; the client worries about the patients who are booked.',
    result: 'Agrees to eight first, wants the date of the other four in writing.',
  },
  delay: {
    title: 'Fire acceptance will be late',
    cause: 'The air unit is late, so the smoke extraction cannot be commissioned in time.',
    measures: '',
    revised: 'New dates of fire acceptance and handover: see the confirmation of the timetable',
  },
};
