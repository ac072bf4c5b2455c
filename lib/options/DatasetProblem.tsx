/** Stands where facts about the dataset would, when the background has none to give. */
export function DatasetProblem() {
  return <p class="why-not">The dataset could not be opened. Reload the extension to repair it.</p>;
}
