const violations = [];
document.addEventListener('securitypolicyviolation', (event) => {
  violations.push(event.effectiveDirective);
});
globalThis.contractViolations = violations;
globalThis.contractReady = true;
