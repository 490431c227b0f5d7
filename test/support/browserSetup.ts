/// <reference types="@vitest/browser-playwright" />
import '#renderer/styles/index.css';
