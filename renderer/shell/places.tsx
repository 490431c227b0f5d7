/** Places in the sidebar, in its order. A new screen adds its line here. */
import {
  CalendarRange,
  ChartGantt,
  ChartNoAxesGantt,
  ClipboardList,
  Files,
  FileText,
  FolderKanban,
  HandCoins,
  Handshake,
  HardHat,
  ListChecks,
  type LucideIcon,
  MessageSquareQuote,
  MessagesSquare,
  Milestone,
  Radar,
  ShieldAlert,
  Signature,
  Sun,
  Target,
  Users,
} from 'lucide-react';
import type { Route } from '../state/route.ts';

export interface PlaceItem {
  /** Last part of the text key. */
  readonly text:
    | 'today'
    | 'clients'
    | 'feedback'
    | 'projects'
    | 'reports'
    | 'milestones'
    | 'portfolio'
    | 'overview'
    | 'requirements'
    | 'team'
    | 'contract'
    | 'expectations'
    | 'goals'
    | 'plan'
    | 'tracking'
    | 'resources'
    | 'scope'
    | 'communication'
    | 'risks'
    | 'documents'
    | 'allDocuments'
    | 'projectReports';
  readonly icon: LucideIcon;
}

interface GeneralPlace extends PlaceItem {
  readonly route: Route;
}

interface ProjectPlace extends PlaceItem {
  readonly route: (projectId: string) => Route;
}

export const generalPlaces: readonly GeneralPlace[] = [
  { text: 'today', icon: Sun, route: { name: 'today' } },
  { text: 'clients', icon: Users, route: { name: 'clients' } },
  { text: 'feedback', icon: MessageSquareQuote, route: { name: 'feedback' } },
  { text: 'projects', icon: FolderKanban, route: { name: 'projects' } },
  { text: 'milestones', icon: Milestone, route: { name: 'milestones' } },
  { text: 'portfolio', icon: ChartGantt, route: { name: 'portfolio' } },
  { text: 'reports', icon: FileText, route: { name: 'reports' } },
  { text: 'allDocuments', icon: Files, route: { name: 'allDocuments' } },
];

/** Modules of a project, in the order of its life. */
export const projectPlaces: readonly ProjectPlace[] = [
  { text: 'overview', icon: CalendarRange, route: (projectId) => ({ name: 'project', projectId }) },
  { text: 'requirements', icon: ClipboardList, route: (projectId) => ({ name: 'requirements', projectId }) },
  { text: 'expectations', icon: Radar, route: (projectId) => ({ name: 'expectations', projectId }) },
  { text: 'goals', icon: Signature, route: (projectId) => ({ name: 'goals', projectId }) },
  { text: 'contract', icon: HandCoins, route: (projectId) => ({ name: 'contract', projectId }) },
  { text: 'plan', icon: ChartNoAxesGantt, route: (projectId) => ({ name: 'plan', projectId }) },
  { text: 'tracking', icon: Target, route: (projectId) => ({ name: 'tracking', projectId }) },
  { text: 'scope', icon: ListChecks, route: (projectId) => ({ name: 'scope', projectId }) },
  { text: 'resources', icon: HardHat, route: (projectId) => ({ name: 'resources', projectId }) },
  {
    text: 'communication',
    icon: MessagesSquare,
    route: (projectId) => ({ name: 'communication', projectId }),
  },
  { text: 'risks', icon: ShieldAlert, route: (projectId) => ({ name: 'risks', projectId }) },
  { text: 'team', icon: Handshake, route: (projectId) => ({ name: 'team', projectId }) },
  { text: 'documents', icon: Files, route: (projectId) => ({ name: 'documents', projectId }) },
  { text: 'projectReports', icon: FileText, route: (projectId) => ({ name: 'projectReports', projectId }) },
];
