/* Enhancement only: every page works without it. Written for Chrome 70 and iOS 12 (ES2017). */
(() => {
  document.documentElement.classList.add('js');

  /** After an error the summary is where reading goes on. */
  const focus = document.querySelector('[data-focus]');
  if (focus) focus.focus();

  /** How many characters are left in a long text, told when the typing pauses. */
  document.querySelectorAll('textarea[data-limit]').forEach((area) => {
    const limit = Number(area.dataset.limit);
    const seen = document.createElement('p');
    seen.className = 'count';
    seen.setAttribute('aria-live', 'polite');
    area.parentNode.appendChild(seen);
    let timer = 0;
    function tell() {
      const left = limit - Array.from(area.value).length;
      const over = left < 0;
      const count = Math.abs(left);
      const sentence = over ? area.dataset.over : area.dataset.left;
      seen.className = over ? 'count count-over' : 'count';
      seen.textContent =
        left > limit / 4
          ? ''
          : sentence
              .replace('{count|character|characters}', count === 1 ? 'character' : 'characters')
              .replace('{count}', String(count));
    }
    area.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(tell, 400);
    });
    tell();
  });

  /** A second press while the first is on its way does nothing; coming back by history makes it work again. */
  document.querySelectorAll('form[method="post"]').forEach((form) => {
    form.addEventListener('submit', (event) => {
      if (form.dataset.sent) event.preventDefault();
      form.dataset.sent = 'yes';
      setTimeout(() => {
        delete form.dataset.sent;
      }, 5000);
    });
  });
  window.addEventListener('pageshow', () => {
    document.querySelectorAll('form[data-sent]').forEach((form) => {
      delete form.dataset.sent;
    });
  });

  /**
   * What is typed on a page and not yet sent stays in this tab until it is sent or cleared: a reload, a lost connection or
   * a draft that ran out on the server loses nothing.
   */
  const draftPrefix = 'hejie:bring:';
  let storage = null;
  try {
    storage = window.sessionStorage;
    storage.getItem(draftPrefix);
  } catch (_denied) {
    storage = null;
  }
  function fieldsOf(form) {
    return Array.from(form.elements).filter(
      (field) => field.name && !/^(hidden|submit|button|file)$/.test(field.type),
    );
  }
  function valuesOf(form) {
    return fieldsOf(form).map((field) =>
      field.type === 'radio' || field.type === 'checkbox'
        ? [field.name, field.value, field.checked]
        : [field.name, '', field.value],
    );
  }
  function restore(form, values) {
    fieldsOf(form).forEach((field) => {
      const isChoice = field.type === 'radio' || field.type === 'checkbox';
      const kept = values.find(
        (value) => value[0] === field.name && value[1] === (isChoice ? field.value : ''),
      );
      if (!kept) return;
      if (isChoice) field.checked = kept[2] === true;
      else field.value = String(kept[2]);
    });
  }
  function clearDrafts() {
    Object.keys(storage).forEach((key) => {
      if (key.indexOf(draftPrefix) === 0) storage.removeItem(key);
    });
  }
  if (storage && document.querySelector('[data-clear-drafts]')) clearDrafts();
  document.querySelectorAll('form[data-draft]').forEach((form) => {
    if (!storage) return;
    const key = draftPrefix + form.dataset.draft;
    let kept = null;
    try {
      kept = JSON.parse(storage.getItem(key) || 'null');
    } catch (_broken) {
      storage.removeItem(key);
    }
    const shown = JSON.stringify(valuesOf(form));
    if (Array.isArray(kept) && !form.querySelector('[aria-invalid]')) {
      restore(form, kept);
      if (JSON.stringify(valuesOf(form)) !== shown) {
        const told = document.createElement('p');
        told.className = 'notice restored';
        told.setAttribute('role', 'status');
        told.textContent = form.dataset.restored;
        form.insertBefore(told, form.firstChild);
      }
    }
    function keep() {
      try {
        storage.setItem(key, JSON.stringify(valuesOf(form)));
      } catch (_full) {
        storage.removeItem(key);
      }
    }
    form.addEventListener('input', keep);
    form.addEventListener('change', keep);
    form.addEventListener('submit', keep);
    document.querySelectorAll('button[value="clear"]').forEach((button) => {
      button.addEventListener('click', () => {
        form.removeEventListener('submit', keep);
        clearDrafts();
      });
    });
  });

  document.querySelectorAll('[data-print]').forEach((button) => {
    button.addEventListener('click', () => {
      window.print();
    });
  });
})();
