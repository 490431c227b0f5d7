import type { ControlContent } from '../content.ts';
import { risks } from './risks.ts';

export const control: ControlContent = {
  risks,
  actions: {
    layoutFreeze: {
      text: 'Give the client both layouts with price and days, have one signed, then freeze reception',
      client: 'Choose one of two priced layouts, then no more changes at reception',
    },
    layoutPrice: {
      text: 'Price both layouts with joiner, sprinkler and electrical work',
      client: 'Both layouts priced',
    },
    layoutStage: {
      text: 'Fit the desk in two stages: main desk for handover, second desk in the first week of use',
      client: 'If need be the second desk follows in the first week of use',
    },
    airFactory: {
      text: 'Weekly photo report from the factory, one visit at the leak test',
      client: 'Weekly check of progress at the factory',
    },
    airFreight: {
      text: 'Book express delivery as soon as the client has decided on the cost',
      client: 'Express delivery ready to be booked',
    },
    airTemporary: {
      text: 'Hire two portable units so that ducts can be balanced room by room before the unit runs',
      client: 'Portable units for testing if the unit is late',
    },
    firePrecheck: {
      text: 'Walk the floor with the building control inspector before ceilings are closed',
      client: 'Inspection in advance with building control',
    },
    fireReserve: {
      text: 'Keep two sprinkler fitters for three days after the test for remedial work',
      client: 'Fitters kept free for remedial work after the test',
    },
    joineryVisit: { text: 'Visit the workshop, check moisture and veneer of the whole batch' },
    joinerySplit: {
      text: 'Have fronts for rooms 1 to 6 delivered first and start fitting there',
      client: 'Cabinets come in two batches; fitting starts with rooms 1 to 6',
    },
    chairsConfirm: {
      text: 'Get the delivery date of the chairs in writing from the dealer',
      client: 'Delivery date of the chairs confirmed in writing by your dealer',
    },
    chairsStorage: {
      text: 'Rent dry storage near the site for crates that come early or in parts',
      client: 'Dry storage near the site if chairs come in parts',
    },
    shieldPhotos: {
      text: 'Photograph every joint and penetration before boarding, adviser signs',
      client: 'Every joint recorded and signed by the radiation adviser',
    },
    shieldPatch: {
      text: 'Lead sheet and fitter on call on the day of the survey',
      client: 'Fitter on call on the day of the survey',
    },
    labourBook: { text: 'Book a second painting gang for two weeks' },
    paymentRemind: {
      text: 'Send payment application ten days before the payment run and ring the day after',
    },
    noiseHours: {
      text: 'Noisy work only 08:00–10:00 and after 17:30; plan on the notice board one week ahead',
      client: 'Noisy work only early and late, announced one week ahead',
    },
    leakTest: {
      text: '24-hour flood test witnessed by the landlord',
      client: 'Flood test witnessed by the landlord',
    },
  },
  reviews: {
    airFirst: 'Factory confirms the contract date.',
    airSecond: 'Fan motors late at the factory; delivery two weeks behind the contract.',
    airThird: 'Motors arrived, unit in assembly. Photos look right. Express delivery would save four days.',
    layoutFirst: 'Client mentions a second desk, nothing decided.',
    layoutSecond: 'Client insists on the second desk. Every day without a decision moves the joiner.',
    joineryFirst: 'Workshop busy, start three days late.',
    joinerySecond: 'Veneer rejected. The risk has become a fact; see issue 1.',
    fireFirst: 'Two clashes between sprinkler heads and lights found on the drawings.',
    fireSecond: 'Clashes solved; inspection in advance is agreed with the inspector.',
    chairsFirst: 'Dealer asks for four more days. Our float covers it, not more.',
    noiseFirst: 'Complaint from the first floor.',
    noiseSecond: 'New hours are kept, no further complaint.',
    leakLast: 'Flood test passed without loss of level. Closed.',
  },
  issues: {
    veneer: {
      title: 'Veneer of 22 cabinet fronts darker than the approved sample',
      measure: 'Joiner re-makes the fronts from one batch; Mr Radley passes the veneer in the workshop first',
      reason: 'Two veneer batches were mixed and the workshop did not compare with the sample',
      client: 'Twenty-two cabinet fronts do not match the sample you approved',
      clientMeasure: 'The fronts are re-made at the joiner’s cost; you pass the veneer before it is pressed',
    },
    sockets: {
      title: 'Data outlets in rooms 3, 5 and 9 on the wrong side of the chair',
      client: 'Data outlets in three rooms are on the other side of the chair than drawn',
      clientMeasure: 'We compare with the signed drawing and move them before the walls are painted',
    },
    clash: {
      title: 'Sprinkler heads clash with lights in rooms 2 and 8',
      measure: 'Lights moved by 300 mm; drawings revised',
      reason: 'Ceiling plan and sprinkler plan were coordinated on different revisions',
      client: 'Lights and sprinklers met in two rooms',
      clientMeasure: 'Solved: the lights moved by 30 cm, brightness on the chair is unchanged',
    },
    complaint: {
      title: 'Noise complaint from the first floor',
      measure: 'Drilling only before 10:00 and after 17:30; notice to the landlord every Friday',
      reason: 'The gang had started core drilling before the agreed hours were on the board',
      client: 'Neighbours on the first floor complained about drilling',
      clientMeasure: 'New hours are in force and agreed with the landlord',
    },
    boards: { title: 'Three residual-current devices of board DB-2 missing from the delivery' },
  },
  decisions: {
    reception: {
      question: 'Which reception layout: A with one desk as drawn, or B with a second low desk?',
      options:
        'A: as drawn, no extra cost, no extra days.\nB: second low desk, £4,850, two days if decided in time; one ' +
        'sprinkler head and four sockets move.',
      consequence: 'Later than this date B moves the handover by the days lost',
    },
    freight: {
      question: 'Shall the ventilation unit come by express delivery?',
      options:
        'Yes: £1,960, four days earlier on site; a crane day lost to wind does no harm.\nNo: no cost, but no reserve ' +
        'between delivery and air balancing.',
      consequence: 'Without an answer the unit travels by normal freight',
    },
    flooring: {
      question: 'Colour and joint of the floor in the treatment rooms',
      options: 'Warm grey, welded joints.\nLight oak pattern, welded joints.\nBlue-grey, loose-laid.',
      consequence: 'The supplier needs four weeks',
      chosen: 'Warm grey, welded joints, coved skirting',
    },
  },
};
