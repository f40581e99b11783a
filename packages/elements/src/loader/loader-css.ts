/** What the button needs beside its own dress while the widget is being loaded. */
export const loaderCss = `[aria-busy=true] svg{opacity:.4}p{position:absolute;right:0;bottom:76px;width:240px;padding:12px;border-radius:12px;background:Canvas;color:CanvasText;box-shadow:0 4px 20px #0c101c40;font:14px/20px system-ui}:host([position=left]) p{right:auto}`;
