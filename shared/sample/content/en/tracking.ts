import type { TrackingContent } from '../content.ts';

export const tracking: TrackingContent = {
  payments: {
    kickoff: 'Stage 1: 20% on signing',
    stripOk: 'Stage 2: 20% interim',
    hiddenOk: 'Stage 3: 25% interim',
    fireOk: 'Stage 4: 20% interim',
    handover: 'Stage 5: 12% on completion, 3% retention',
  },
  expectations: {
    kickoff: 'Contacts, report day and payment runs agreed on both sides',
    hiddenOk: 'Every room seen before it is closed, photos on file',
    sampleOk: 'The rooms are finished as the sample room, without further changes',
    airUnitOk: 'Model and air volume as ordered; front entrance stays clear on the lifting day',
    chairsOk: 'All twelve arrive on one day and the dealer unpacks them',
    fireOk: 'Certificate in hand, so that the registration of the clinic can be changed',
    handover: 'Patients are seen from the week after: rooms, sterilisation and CBCT in use',
  },
  scope: {
    prepare: {
      text: 'Working drawings, building control and the landlord’s licence',
      client: 'Drawings and approvals',
    },
    strip: {
      text: 'Removal of partitions, ceilings and old services, waste carted away',
      client: 'Strip-out and removal of waste',
    },
    walls: {
      text: 'Partitions, tanking and lead lining of the CBCT room with door and vision panel',
      client: 'Partitions and radiation shielding',
    },
    services: {
      text: 'Drainage, suction, compressed air, power, data containment, ventilation, sprinkler alterations',
      client: 'Building services',
    },
    finishes: {
      text: 'Ceilings, walls and floors; cabinets and reception desk made and fitted',
      client: 'Finishes and joinery',
    },
    equipment: {
      text: 'Air handling unit, plant room, switchboards, lights; placing and connecting the client’s chairs and CBCT',
      client: 'Equipment installed',
    },
    acceptance: {
      text: 'Commissioning, tests, completion certificate, cleaning, snagging and as-built file',
      client: 'Commissioning and handover',
    },
    chairSupply: {
      text: 'Purchase and delivery of dental chairs, CBCT and hand instruments',
      client: 'Chairs and imaging equipment are bought by the practice',
      notes: 'Ordered by the client from the dealer; the contract covers placing and connecting only.',
    },
    software: {
      text: 'Practice software, computers and printers',
      client: 'Software and office equipment are not included',
    },
    signs: {
      text: 'Outside signs and their consent',
      client: 'Signs are not included',
      notes: 'Agreed at the kick-off: a sign maker does them separately.',
    },
  },
  uses: {
    veneer:
      'Veneer of the first fronts rejected, twenty-two re-made; two days lost even with split deliveries',
    surgery: 'Room 7 became an implant surgery: services drawn again, no extra price, one day',
  },
  checks: {
    kickoff: 'Phone call with Dr Okafor the day before: agenda and attendance confirmed.',
    permitOk: 'Query passed on the same day; Dr Okafor accepts that the strip-out starts two days later.',
    stripOk: 'Time for the inspection with the landlord agreed with Tom Radley.',
    hiddenOk: 'Tom Radley will attend and asks to see the photos of the CBCT joints.',
    sampleOk: 'Photos of the sample room sent ahead; time and person to sign confirmed with Tom Radley.',
    airUnitOk:
      'Ask Gemma Holt to confirm the unloading slot and the front entrance; loading photos from the buyer.',
  },
  resources: {
    manager: { name: 'Project manager', role: 'Project manager' },
    site: { name: 'Site manager', role: 'Site manager' },
    services: { name: 'Services engineer', role: 'Services engineer' },
    crew: { name: 'Fit-out crew', role: 'Dry liners, painters, floor layers' },
    lift: { name: 'Scissor lift', role: 'Access equipment', unit: 'pcs' },
    crane: { name: 'Mobile crane, 25 t', role: 'Lifting equipment', unit: 'pcs' },
    leadSheet: { name: 'Lead-backed board, 2 mm Pb', unit: 'm²' },
    paint: { name: 'Wipeable paint', unit: 'tubs' },
    vinyl: { name: 'Sheet vinyl, warm grey', unit: 'm²' },
  },
  needs: {
    leadSheet: { name: 'Lead-backed board, 2 mm Pb', unit: 'm²' },
    tiles: {
      name: 'Wall and floor tiles, sterilisation and WCs',
      unit: 'm²',
      supplier: 'Severn Tile Supplies',
    },
    paint: { name: 'Wipeable paint, 10 l', unit: 'tubs', supplier: 'Clearcoat Trade Centre' },
    vinyl: {
      name: 'Sheet vinyl and welding rod, warm grey',
      unit: 'm²',
      supplier: 'Avonfloor Distribution Ltd',
      notes: 'One dye batch from the northern depot. Ask whether three rooms can be sent ahead.',
    },
    lamps: {
      name: 'Sealed light panels for treatment rooms',
      unit: 'sets',
      supplier: 'Brightwell Lighting Ltd',
    },
    crane: { name: 'Mobile crane, 25 t, with road permit', unit: 'pcs', supplier: 'Dockside Lifting' },
    rack: {
      name: 'Data rack and patient call unit',
      unit: 'sets',
      notes: 'Order once Gemma Holt has confirmed the call points.',
    },
  },
  deviation:
    'Joinery is behind: re-making the fronts takes up the workshop. Agreed with the joiner: two deliveries, cabinets ' +
    'of the treatment rooms first, and a count of finished fronts every other day.',
};
