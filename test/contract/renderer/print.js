const { dataset } = document.documentElement;
try {
  const data = JSON.parse(globalThis.printData);
  const heading = document.createElement('h1');
  heading.textContent = data.heading;
  document.body.append(heading);
  if (data.fail) throw new Error(data.fail);
  if (data.transport) heading.textContent = typeof globalThis.host;
  if (!data.hang) dataset.print = 'ready';
} catch (error) {
  dataset.printError = error.message;
  dataset.print = 'failed';
}
