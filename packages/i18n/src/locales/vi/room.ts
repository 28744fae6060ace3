/** The state of voice, displays and printers, for all pages and for doctor. */
export const room = {
  'room.voice-no-display': 'Chưa ghép nối màn hình nào: số gọi không hiện lên và không được đọc.',
  'room.voice-not-connected':
    'Không có màn hình nào kết nối: số gọi không hiện lên và không được đọc.',
  'room.voice-no-sound': 'Không màn hình nào có tiếng: số gọi hiện lên nhưng không nghe thấy.',
  'room.voice-failed': 'Lượt gọi lúc {time} không nghe được: {reason}.',
  'room.voice-not-heard-today': 'Loa: hôm nay chưa đọc lượt gọi nào.',
  'room.voice-heard': 'Loa: đã đọc lượt gọi gần nhất lúc {time}.',
  'room.display-not-connected': '{device}: không kết nối, số gọi không hiện ở đó.',
  'room.display-blocked': '{device}: loa chưa được bật, ở đó không nghe thấy số gọi.',
  'room.display-muted': '{device}: chỉ hiện số, không đọc, như đã cài đặt.',
  'room.display-on': '{device}: đã kết nối, loa đã bật.',
  'room.printer-silent': '{device}: không kết nối, chưa biết máy in ra sao.',
  'room.printer-fault': '{device}: {fault}.',
  'room.printer-near-end': '{device}: sắp hết giấy.',
  'room.printer-slip-failed': '{device}: phiếu lúc {time} không in được ({fault}).',
  'room.printer-slip-unsettled': '{device}: không rõ phiếu lúc {time} đã in hay chưa.',
  'room.printer-ready': '{device}: báo sẵn sàng, hôm nay chưa in phiếu nào.',
  'room.printer-reachable': '{device}: nhận phiếu nhưng không báo gì; hôm nay chưa in phiếu nào.',
  'room.printer-accepted':
    '{device}: máy in đã nhận phiếu lúc {time}, không báo đã ra giấy hay chưa.',
  'room.printer-printed': '{device}: đã in phiếu gần nhất lúc {time}.',
  'room.no-kiosk': 'Chưa ghép nối máy lấy số nào: chưa biết gì về máy in.',
  'room.unattended':
    'Quầy {counter} ({clerk}): trang của quầy mất kết nối từ {time}, không gọi được ai.',
  'room.unattended-holding':
    'Quầy {counter} ({clerk}): trang của quầy mất kết nối từ {time}, số {number} đang ở đó.',
  'room.lingers-called':
    'Số {number} được gọi đến quầy {counter} đã {minutes} phút, chưa bắt đầu và chưa ghi vắng mặt.',
  'room.lingers-serving':
    'Số {number} ở quầy {counter}: đang phục vụ đã {minutes} phút. Xin xem đã xong chưa.',
} as const;
