/** Runs in the browser. Lays a picture of the popup over one of the page, where browsers show it. PNG as base64. */
export async function showPopupBeside(page: string, popup: string): Promise<void> {
  document.body.style.margin = '0';
  const behind = picture(page);
  const front = picture(popup);
  front.style.cssText =
    'position: fixed; inset: 12px 24px auto auto; border-radius: 8px; box-shadow: 0 0 0 1px #8888, 0 12px 32px #0008';
  document.body.append(behind, front);
  await Promise.all([behind.decode(), front.decode()]);

  function picture(base64: string): HTMLImageElement {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    image.style.display = 'block';
    return image;
  }
}
