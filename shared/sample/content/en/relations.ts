import type { RelationsContent } from '../relations.ts';

export const relations: RelationsContent = {
  background:
    'Owner-run practice with one clinic in Clifton; the second one is financed by a bank loan whose first repayment falls due three months after opening.',
  goals: 'Twelve rooms working within a year, and implants on site instead of referrals.',
  trends:
    'Private patients expect evening hours; guidance on ventilation of treatment rooms is getting stricter.',
  preferences: {
    time: {
      topic: 'When to ring',
      value: 'Between 13:00 and 14:00 or after 17:30',
      evidence: 'Every call outside these hours went to voicemail.',
    },
    writing: {
      topic: 'Decisions',
      value: 'On the spot, with the figures by e-mail the same day',
      evidence: 'Reception desk and flooring were both decided this way.',
    },
    pay: {
      topic: 'Invoices',
      value: 'One a month, with the variation numbers on it',
      evidence: 'Two invoices without numbers came back.',
    },
  },
  culture: [
    { topic: 'decision_style', text: 'Dr Okafor decides; the practice manager must have been heard first.' },
    { topic: 'etiquette', text: 'First names with the team, “Dr Okafor” in front of patients.' },
    { topic: 'holidays', text: 'The practice closes between Christmas and New Year.' },
  ],
  strategy: {
    needs: 'Open on the promised day; no complaint from the patients of the floor below.',
    constraints: 'The building is occupied: noisy work only before 10:00 and after 17:30.',
    planning: 'Agree the quiet hours with the landlord in writing before each noisy week.',
    execution: 'Walk the site with Tom every Tuesday; photos of every closed ceiling to Gemma.',
    closing: 'Two days of training for the team in the new rooms; visit after the first week of use.',
  },
  concerns: {
    noise: {
      text: 'Will the drilling stop us treating patients downstairs?',
      latent: 'No treatment downstairs is interrupted by noise.',
    },
    opening: {
      text: 'What if the chairs arrive late?',
      latent: 'The opening date holds even if the chairs come a week late.',
    },
    dust: { text: 'Dust in the sterilisation room would cost us the inspection.' },
  },
  market: [
    {
      kind: 'competitor',
      topic: 'Two dental fit-outs in Bristol were handed over late this year',
      source: 'Trade press',
      implication: 'A reliable opening date is worth more to this client than a discount.',
    },
    {
      kind: 'trend',
      topic: 'Higher air change rates asked for in treatment rooms',
      source: 'Draft guidance',
      implication: 'Size the air handling unit with reserve and say so.',
    },
  ],
  care: {
    week: 'Call after the first week of use of the finished rooms',
    anniversary: 'Ask how the first clinic runs, two years on',
    greeting: 'Card for the opening of the new clinic',
  },
  careResult: 'Runs well; the compressor was moved to the quiet side on our advice.',
  referral: { name: 'Quayside Physiotherapy', note: 'Next door; saw the reception desk.' },
  remarks: {
    tidy: { text: 'The site is always swept when we come in. Thank you.' },
    smell: {
      text: 'The stairwell smelled of paint during surgery hours.',
      measure: 'Low-odour paint, and the doors are sealed during surgery hours.',
    },
    lift: { text: 'Could materials come up before eight, so that the lift is free for patients?' },
  },
  answers: {
    spring: 'Good start, but we want to hear of changes sooner.',
    lately: 'Weekly report is clear. Keep it up.',
  },
};
