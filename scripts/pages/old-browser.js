/* For browsers older than our pages support: plain ES5, loaded before everything else. Explains why a page stays empty. */
(function (words) {
  'use strict';
  var LOOK_EVERY_MS = 2000;
  var notice = null;

  function isOld() {
    var supports = window.CSS && window.CSS.supports;
    return !String.prototype.replaceAll || !supports || !supports.call(window.CSS, 'inset', '0');
  }

  function show(texts) {
    notice = document.createElement('div');
    notice.id = 'old-browser';
    notice.setAttribute('role', 'alert');
    notice.style.cssText = 'padding:8vh 8vw;font:600 28px/1.5 sans-serif;text-align:center';
    for (var language in texts) {
      var line = document.createElement('p');
      line.lang = language;
      line.appendChild(document.createTextNode(texts[language]));
      notice.appendChild(line);
    }
    document.body.insertBefore(notice, document.body.firstChild);
  }

  function look() {
    var place = document.getElementById('root') || document.getElementById('kiosk');
    var isEmpty = place !== null && place.firstChild === null;
    if (isEmpty && notice === null) show(isOld() ? words.tooOld : words.notLoaded);
    if (!isEmpty && notice !== null) {
      notice.parentNode.removeChild(notice);
      notice = null;
    }
  }

  window.addEventListener('load', function () {
    window.setInterval(look, LOOK_EVERY_MS);
  });
})('WORDS');
