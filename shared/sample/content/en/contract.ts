import type { ContractContent } from '../content.ts';

export const contract: ContractContent = {
  title: 'Fit-out and services contract',
  code: 'AH-2024-07',
  signReason:
    'How disputes are settled is still with the lawyers of both sides; it follows in an addendum and does not keep work from starting.',
  warrantyTerms: 'Two years, waterproofing five; answer within four working hours, on site the next day.',
  sides: {
    client: {
      rights: 'Accepts each stage by the approved drawings; answers changes in the agreed time.',
      obligations:
        'Pays on time; gives windows without power and water; brings its own chairs and imaging units as planned.',
    },
    own: {
      rights:
        'Is paid at the agreed milestones; gets more time for late client equipment and client changes.',
      obligations: 'Builds by drawings and codes, obtains fire and radiation approval, hands over on time.',
    },
  },
  clauses: {
    scope: {
      title: 'Scope of works',
      text: 'Fit-out of the storey, ventilation, power, data, sprinklers, medical air and suction. Chairs and imaging units come from the client.',
    },
    deliverables: {
      title: 'Deliverables and acceptance conditions',
      text: 'Approved drawings, radiation test report, as-built records and the clinic itself, each with standard and condition as listed.',
    },
    schedule: {
      title: 'Time and milestones',
      text: 'From the kick-off by the contract programme; the day of handover is a contract date.',
    },
    fees: { title: 'Contract sum', text: 'Fixed price; extras and change fees are confirmed in writing.' },
    payment: {
      title: 'Payment',
      text: 'Thirty per cent in advance, then with strip-out, concealed works and handover; five per cent retention.',
    },
    quality: {
      title: 'Quality',
      text: 'By the codes in force.',
      worded: 'Building code; radiation protection code for dental CT',
    },
    acceptance: {
      title: 'Acceptance',
      text: 'Jointly, within three working days of the end of each stage.',
      worded: 'Joint inspection, signed record with photos',
    },
    change: {
      title: 'Changes',
      text: 'In writing; price and time are answered within five working days; done once both have signed.',
      worded: 'The owner and the project manager',
    },
    reporting: {
      title: 'Weekly progress report',
      text: 'In writing every Friday; anything serious the same day.',
    },
    rights: {
      title: 'Rights and duties of both sides',
      text: 'One contact on each side; what is said is confirmed in writing the same day.',
    },
    liability: {
      title: 'Penalty for delay',
      text: '0.05 % of the contract sum per day of late handover, after three days of grace, five per cent at most.',
    },
    lateUnit: {
      title: 'Penalty for a late air handling unit',
      text: '0.02 % of the contract sum per day the unit comes late, after three days of grace, one per cent at most.',
    },
    risk_share: {
      title: 'Sharing of risks',
      text: 'Power cuts of the building and late official tests give more time; each side bears its own cost.',
    },
    warranty: {
      title: 'Defects liability',
      text: 'Two years from handover, waterproofing five; retention is released after one year.',
    },
  },
  briefing: 'Gone through line by line: three days of grace, then by the day, up to the cap.',
  deliverables: {
    drawings: {
      name: 'Approved drawings and room layouts',
      standard: 'Drawing standard, every outlet shown',
      acceptance_criteria: 'Signed room by room by the operations manager',
      acceptance_method: 'Signature on the drawings',
    },
    radiationReport: {
      name: 'Radiation test report',
      standard: 'Radiation protection code',
      acceptance_criteria: 'Passed, by an approved laboratory',
      acceptance_method: 'Original report checked',
    },
    records: {
      name: 'As-built drawings, manuals, test records',
      standard: 'Filing list of the contract',
      acceptance_criteria: 'Everything on the list is there',
      acceptance_method: 'Counted by the list',
    },
    clinic: {
      name: 'Clinic ready to open',
      standard: 'Codes named in clause 6',
      acceptance_criteria: 'Fire and radiation approval, no snags left',
      acceptance_method: 'Joint inspection, signed handover',
    },
  },
  instalments: {
    advance: 'Advance',
    strip: 'Strip-out accepted',
    hidden: 'Concealed works accepted',
    final: 'Handover',
    retention: 'Retention',
  },
  fees: {
    operating: 'Room 7 as an implant theatre: pendant fixings and strengthening',
    desk: 'Low reception desk for wheelchair users',
  },
  budget: {
    labour: 'Own crews',
    material: 'Finishing and piping materials',
    equipment: 'Air handling unit and plant',
    subcontract: 'Subcontracted works',
    overhead: 'Site overheads',
  },
  legal: {
    topic: 'Are cap and grace of the penalty reasonable?',
    adviser: 'Contract lawyer',
    advice: 'Five per cent with days of grace is usual; name the extension for late client equipment.',
    outcome: 'Written into clauses 11.2 and 12.',
  },
  benchmark: {
    topic: 'Fit-out time for a clinic of this size',
    industry_value: '100–120 working days',
    own_value: '98 working days at the last clinic',
    source: 'Our projects of the last three years',
  },
  rules: {
    radiation: {
      text: 'The CT room is used only after a passed radiation test',
      basis: 'Radiation protection regulations',
    },
    fire: { text: 'Work starts only after the fire safety review', basis: 'Fire safety regulations' },
    noise: { text: 'Noisy work only before 10:00 and after 17:30', basis: 'House rules of the building' },
  },
  sub: {
    title: 'Subcontract for ventilation',
    clause: {
      title: 'Scope of the subcontract',
      text: 'Hoisting, connecting and commissioning of ducts, fan coils and the air handling unit.',
    },
    instalment: 'Unit on site',
  },
};
