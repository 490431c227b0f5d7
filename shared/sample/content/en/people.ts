import type { PeopleContent } from '../content.ts';
import { everyMonday, everyYear } from '../holidays.ts';

export const people: PeopleContent = {
  company: {
    name: 'Wardle & Finch Fit-out Ltd',
    address: 'Unit 7, Albert Yard, Bristol BS2 0XX',
    phone: '0117 496 0140',
    email: 'office@wardlefinch.example.com',
  },
  client: {
    name: 'Harbourside Dental Practice',
    nameEn: 'Harbourside Dental Practice',
    industry: 'Dental care',
    address: '2nd floor, 18 Millennium Parade, Bristol BS1 5XX',
    phone: '0117 496 0182',
    notes:
      'Second clinic of the practice. Dr Okafor decides on the spot but wants figures in writing the same day. ' +
      'Invoices are paid on the last Friday of the month only. Patients are booked into the new rooms from the ' +
      'week after handover, so the handover date matters more to them than the price of a variation.',
  },
  contacts: {
    owner: {
      name: 'Dr Amara Okafor',
      title: 'Principal dentist and owner',
      phone: '07700 900141',
      email: 'amara.okafor@harbourside-dental.example.com',
      im: '',
      notes: 'In surgery until 13:00. Ring between 13:00 and 14:00 or after 17:30.',
    },
    director: {
      name: 'Tom Radley',
      title: 'Practice manager',
      phone: '07700 900152',
      email: 'tom.radley@harbourside-dental.example.com',
      im: '',
      notes: 'Speaks for the users: finishes, room layout, infection control. On site every Tuesday.',
    },
    finance: {
      name: 'Priya Nair',
      title: 'Finance lead',
      phone: '0117 496 0185',
      email: 'accounts@harbourside-dental.example.com',
      im: '',
      notes: 'Releases payments and extra cost. Needs a variation number on every invoice.',
    },
    nurse: {
      name: 'Gemma Holt',
      title: 'Head nurse, site representative',
      phone: '07700 900163',
      email: 'gemma.holt@harbourside-dental.example.com',
      im: 'gemma.holt',
      notes: 'Checks every room against the equipment drawings. Sends photos by chat.',
    },
  },
  project: {
    name: 'Harbourside Dental: clinic fit-out and building services',
    code: 'WF-2417',
    description:
      'Fit-out of 640 m² on the second floor of an occupied building: twelve treatment rooms, CBCT room with ' +
      'lead shielding, sterilisation suite, reception. New ventilation with a 9,000 m³/h air handling unit, ' +
      'compressed air and suction plant, power, data and sprinkler alterations. Chairs and imaging are supplied ' +
      'by the client. Works in occupied building: noisy work 08:00–10:00 and after 17:30 only.',
    currency: 'GBP',
    contractMinor: 74_200_000,
  },
  parties: {
    manager: 'Helen Wardle',
    site: 'Marcus Finch',
    services: 'Sanjay Patel',
    buyer: 'Chloe Bennett',
    designer: 'Brunel Studio Architects (our designer)',
    airSub: 'Severn Air Services Ltd',
    fireSub: 'Avon Sprinkler Co.',
    shieldSub: 'Clearview Radiation Shielding',
    finishSub: 'Dawson Drylining & Finishes',
    joinerSupplier: 'Oak & Ash Joinery Works',
    airSupplier: 'Nordvent Air Handling',
    chairSupplier: 'Medequip Dental (for the client)',
    client: 'Harbourside Dental Practice',
  },
  communicationOwner: 'manager',
  calendar: 'Site: Monday to Saturday',
  holidays: [
    everyYear('New Year’s Day', 1, 1),
    everyMonday('Early May bank holiday', 5, 0),
    everyMonday('Spring bank holiday', 5, 4),
    everyMonday('Summer bank holiday', 8, 4),
    everyYear('Christmas Day', 12, 25),
    everyYear('Boxing Day', 12, 26),
  ],
  powerCut: 'Landlord’s power shutdown, no work',
  baseline: 'Contract programme',
  comms: {
    kickoff: {
      summary:
        'Kick-off in the practice with Dr Okafor, Mr Radley and Ms Nair. Agreed: weekly report every Friday, ' +
        'one point of contact on each side, noisy work only before 10:00 and after 17:30.',
      next: 'Send minutes and the list of contacts',
    },
    frozen: {
      summary:
        'Equipment layout signed room by room with Mr Radley. Treatment room 7 becomes a surgical room: ' +
        'two more sockets and a second suction point, no change to the price.',
      next: 'Send signed drawings to the designer and all subcontractors',
    },
    permit: {
      summary:
        'Told Dr Okafor that building control approved the drawings two working days later than programmed, ' +
        'after one question about the escape route. Strip-out moves by the same two days.',
    },
    noise: {
      summary:
        'Dr Okafor rang: the accountants on the first floor complained to the landlord about core drilling at 11:00.',
      next: 'Move all drilling before 10:00 and tell the landlord in writing',
    },
    floor: {
      summary:
        'Looked at three vinyl samples on site with Mr Radley. He chose the warm grey sheet with welded joints ' +
        'and 100 mm coved skirting for all treatment rooms.',
      next: 'Confirm colour number to the finishing contractor',
    },
    airUnit: {
      summary:
        'Video call about the air handling unit. Fan motors reach the factory late, delivery slips by about two ' +
        'weeks. Dr Okafor asks what it would cost to save a week.',
      next: 'Send price of express delivery and its effect on handover',
    },
    veneer: {
      summary:
        'Mr Radley found that the veneer of the first cabinet fronts is darker than the approved sample. ' +
        'Twenty-two fronts rejected; the joiner re-makes them.',
      next: 'Take Mr Radley to the workshop to pass the new veneer',
    },
    report: {
      summary: 'Weekly report No. 2 sent to Dr Okafor, copies to Mr Radley and Ms Nair.',
    },
    layout: {
      summary:
        'Dr Okafor would like a second check-in desk at reception for patients in wheelchairs. ' +
        'Two layouts sketched on the spot; the longer one moves a sprinkler head and four sockets.',
      next: 'Send both layouts with price and days so that she can choose',
    },
    sockets: {
      summary:
        'Mrs Holt sent photos: in rooms 3, 5 and 9 the data outlets sit on the assistant’s side, the drawing ' +
        'shows them on the dentist’s side.',
      next: 'Check against the signed drawing, answer with a date',
    },
    invoice: {
      summary:
        'Asked Ms Nair about interim payment 3. It is approved and goes out with the payment run at the end of the month.',
      next: 'Check that payment 3 has arrived',
    },
  },
};
