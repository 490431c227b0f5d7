/** Feedback of clients: the inbox over all of them, and one line from anywhere. */
export { FeedbackCapture, QuickFeedbackDialog } from './Capture.tsx';
export { feedbackDefinition } from './definition.tsx';
export { FeedbackScreen } from './FeedbackScreen.tsx';
export { ToExpectation } from './ToExpectation.tsx';
