import type { RequirementContent } from './texts.ts';

export const requirementTexts: RequirementContent = {
  session: {
    topic: 'A day in the old practice: who works where, what gets in the way',
    participants: 'Practice owner, practice manager, head nurse',
    notes:
      'Nurses walk through the waiting room with used instruments; patients hear every word at reception.',
  },
  questionnaire: {
    title: 'Before the handover: how you will work in the new rooms',
    introduction: 'Ten minutes. Your answers decide how we hand over and train.',
    open: 'What must work on the first morning, whatever else happens?',
    choice: 'When may we train the nurses?',
    choices: ['Before opening hours', 'Lunch break', 'Saturday'],
    scale: 'How well do you feel informed about the work so far?',
  },
  source: 'Brief of the practice, version 2',
  requirements: {
    noise: {
      text: 'Quiet treatment rooms with suction and ventilation running',
      rationale: 'Anxious patients; conversations under sedation.',
      measure: 'Sound pressure level in the middle of the room',
      target: '≤ 40',
      unit: 'dB(A)',
      solution: 'Plant on rubber mounts, silencers before each room.',
    },
    pressure: {
      text: 'Suction for eight chairs working at the same time',
      rationale: 'All chairs are booked from the first week.',
      measure: 'Flow at each chair with eight chairs open',
      target: '≥ 300',
      unit: 'l/min',
    },
    power: {
      text: 'Compressor and server go on through a power cut until treatments are finished',
      rationale: 'Two cuts last winter; one patient had to leave in the middle.',
      measure: 'Time on stored power',
      target: '≥ 30',
      unit: 'min',
    },
    privacy: {
      text: 'Nobody in the waiting room hears what is said at reception',
      rationale: 'Patients speak about illness and money there.',
      evidence: 'Said by no one; seen in the old practice, where patients lower their voices.',
      solution: 'Glass screen and absorbing ceiling at reception.',
    },
  },
  check: 'Still holds; the silencers are in the drawings.',
};
