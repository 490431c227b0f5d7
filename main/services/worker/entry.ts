import { jobs } from './jobs.ts';
import { connectParent, serveJobs } from './serve.ts';

serveJobs(jobs, connectParent());
