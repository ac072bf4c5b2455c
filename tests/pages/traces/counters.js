// Counts what scripts leave on a page: listeners, observers, timers, frames. Loaded before anything else.
(() => {
  const open = new Map();
  const add = (what, key) => open.set(key, what);
  const listeners = new Map();
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  let nextId = 0;
  const idOf = (target, type, listener, options) => {
    const capture = typeof options === 'boolean' ? options : Boolean(options?.capture);
    if (!listeners.has(listener)) listeners.set(listener, nextId++);
    return `listener ${target?.constructor?.name} ${type} ${listeners.get(listener)} ${capture}`;
  };
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    if (this instanceof AbortSignal) return addEventListener.call(this, type, listener, options);
    const id = idOf(this, type, listener, options);
    add(`listener for ${type}`, id);
    if (options?.signal) addEventListener.call(options.signal, 'abort', () => open.delete(id));
    return addEventListener.call(this, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    open.delete(idOf(this, type, listener, options));
    return removeEventListener.call(this, type, listener, options);
  };
  for (const name of ['MutationObserver', 'IntersectionObserver', 'ResizeObserver']) {
    const { observe, disconnect } = window[name].prototype;
    window[name].prototype.observe = function (...args) {
      add(name, this);
      return observe.apply(this, args);
    };
    window[name].prototype.disconnect = function () {
      open.delete(this);
      return disconnect.call(this);
    };
  }
  const timed = (start, stop, what) => {
    const begin = window[start].bind(window);
    const end = window[stop].bind(window);
    window[start] = (callback, ...rest) => {
      const id = begin((...args) => {
        open.delete(`${start} ${id}`);
        callback(...args);
      }, ...rest);
      add(what, `${start} ${id}`);
      return id;
    };
    window[stop] = (id) => {
      open.delete(`${start} ${id}`);
      end(id);
    };
  };
  timed('setTimeout', 'clearTimeout', 'timer');
  timed('requestAnimationFrame', 'cancelAnimationFrame', 'frame');
  window.leftOpen = () => [...open.values()].sort();
})();
