import '#renderer/styles/index.css';
