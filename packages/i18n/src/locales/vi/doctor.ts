/** The findings of `motcua doctor` for readers without technical knowledge: state and remedy. */
export const doctor = {
  'doctor.title': 'Kiểm tra hệ thống ngày {date}, {time}',
  'doctor.all-well': 'Mọi thứ đều ổn.',
  'doctor.warnings': 'Cần để ý: {count} mục có dấu “!”.',
  'doctor.not-well': 'Cần xử lý ngay: {count} mục có dấu “✗”.',
  'doctor.hub-answers': 'Máy chủ: đang chạy tại {url}.',
  'doctor.hub-off': 'Máy chủ: chưa chạy trên thư mục này. Xin khởi động máy chủ.',
  'doctor.hub-hangs': 'Máy chủ: đang mở nhưng không trả lời. Xin tắt rồi khởi động lại máy chủ.',
  'doctor.hub-follows':
    'Máy chủ: máy này là máy dự phòng, đang theo {url}. Chỉ khi máy chủ hỏng hẳn mới dùng “motcua promote”.',
  'doctor.standby-off':
    'Máy chủ: máy này là máy dự phòng của {url} nhưng hiện không theo máy chủ. Xin khởi động lại dịch vụ dự phòng.',
  'doctor.standby-unknown':
    'Máy chủ dự phòng: đã được cho phép nhưng chưa có địa chỉ. Xin điền địa chỉ ở mục “An toàn dữ liệu” để các máy tìm thấy nó.',
  'doctor.port-taken':
    'Máy chủ: chưa chạy, và cổng {port} đang bị chương trình khác dùng. Xin tắt chương trình đó hoặc chọn cổng khác.',
  'doctor.disk-ok': 'Ổ đĩa: còn trống {free}.',
  'doctor.disk-low': 'Ổ đĩa: chỉ còn {free}. Xin xoá bớt tệp không cần trong tuần này.',
  'doctor.disk-full':
    'Ổ đĩa: chỉ còn {free}. Máy sắp ngừng cấp số; xin xoá bớt tệp không cần ngay.',
  'doctor.sync-ok': 'Tốc độ ghi: {ms} mili giây mỗi lần ghi.',
  'doctor.sync-slow':
    'Tốc độ ghi: {ms} mili giây mỗi lần ghi, hơi chậm. Nên dùng ổ SSD cho thư mục dữ liệu.',
  'doctor.sync-bad':
    'Tốc độ ghi: {ms} mili giây mỗi lần ghi, quá chậm. Ổ đĩa có thể sắp hỏng; xin sao lưu rồi thay ổ.',
  'doctor.folder-bad': 'Thư mục dữ liệu: không ghi được vào {folder}. Xin kiểm tra quyền và ổ đĩa.',
  'doctor.clock-ok': 'Đồng hồ: {time} ngày {date}, tự chỉnh theo mạng.',
  'doctor.clock-unknown': 'Đồng hồ: {time} ngày {date}. Xin so với đồng hồ của bạn.',
  'doctor.clock-unsynced':
    'Đồng hồ: {time} ngày {date}, không tự chỉnh theo mạng. Xin so với đồng hồ của bạn và bật tự chỉnh giờ.',
  'doctor.clock-back':
    'Đồng hồ: đang chậm {minutes} phút so với lần ghi cuối. Xin chỉnh lại giờ của máy trước khi cấp số.',
  'doctor.clock-held':
    'Đồng hồ: máy chỉ {time} ngày {date}, sau ngày đang mở {today} quá xa nên máy chủ chưa tin. Nếu máy chỉ sai, xin chỉnh lại; nếu đúng, dùng “motcua clock confirm”.',
  'doctor.clock-day-ahead':
    'Đồng hồ: máy chỉ {time} ngày {date}, nhưng ngày đang mở là {today}. Nếu máy chỉ đúng, dùng “motcua clock reset”; nếu sai, xin chỉnh lại giờ của máy.',
  'doctor.clock-far':
    'Đồng hồ: máy chỉ {time} ngày {date}, lần ghi cuối thuộc ngày {today}. Xin so với đồng hồ của bạn; nếu đúng, dùng “motcua clock confirm”.',
  'doctor.printer-ok': 'Máy in {printer}: sẵn sàng.',
  'doctor.printer-bad':
    'Máy in {printer}: {state}. Xin kiểm tra giấy, nắp, dây mạng và nguồn điện.',
  'doctor.printer-near-end': 'Máy in {printer}: sắp hết giấy. Xin chuẩn bị cuộn mới.',
  'doctor.printer-reachable':
    'Máy in {printer}: nhận phiếu nhưng không trả lời, nên không biết còn giấy hay không. Xin xem tại máy.',
  'doctor.fonts-ok': 'Phông chữ: in được tiếng Việt có dấu.',
  'doctor.fonts-bad': 'Phông chữ: thiếu phông để in phiếu. Xin cài lại chương trình.',
  'doctor.devices-ok': 'Thiết bị: liên lạc được với cả {count} thiết bị.',
  'doctor.devices-none': 'Thiết bị: chưa có thiết bị nào được cho phép.',
  'doctor.device-silent':
    'Thiết bị {device}: mất liên lạc đã {age}. Xin kiểm tra nguồn điện và dây mạng.',
  'doctor.device-never':
    'Thiết bị {device}: chưa liên lạc từ khi máy chủ khởi động. Xin bật lên, hoặc thu hồi nếu không dùng nữa.',
  'doctor.device-clock': 'Thiết bị {device}: đồng hồ lệch {age}. Xin chỉnh giờ của thiết bị.',
  'doctor.device-disk': 'Thiết bị {device}: ổ đĩa chỉ còn {free}.',
  'doctor.backup-ok': 'Sao lưu: bản mới nhất cách đây {age}, tại {folder}.',
  'doctor.backup-old':
    'Sao lưu: bản mới nhất đã cách đây {age}. Xin vào trang Quản trị, mục An toàn dữ liệu, bấm “Sao lưu ngay”.',
  'doctor.backup-none':
    'Sao lưu: chưa có bản nào trong {folder}. Xin vào trang Quản trị, mục An toàn dữ liệu, bấm “Sao lưu ngay”.',
  'doctor.setup-gap': 'Thiết lập: còn thiếu – {what}. Xin vào trang Quản trị, mục {section}.',
  'doctor.backup-same-disk':
    'Sao lưu: nằm cùng ổ đĩa với dữ liệu, nên hỏng ổ là mất cả hai. Xin chọn nơi lưu trên ổ khác (--backups) hoặc thường xuyên chép ra USB: {folder}.',
  'doctor.device-slow':
    'Thiết bị {device}: kết nối chậm, mạng chặn WebSocket. Xin xem lại phần mềm diệt vi-rút và proxy ở đó.',
  'doctor.authority-key-here':
    'Khoá của cơ quan chứng thực đang nằm cạnh dữ liệu ({file}): hãy chuyển ra nơi khác, cất vào tủ khoá.',
  'doctor.certificate-ok': 'Chứng chỉ: còn hạn đến {date}.',
  'doctor.certificate-soon': 'Chứng chỉ: sẽ hết hạn ngày {date}. Xin tạo chứng chỉ mới.',
  'doctor.certificate-over':
    'Chứng chỉ: đã hết hạn ngày {date}. Các trang không mở được nữa; xin tạo chứng chỉ mới.',
  'doctor.certificate-bad': 'Chứng chỉ: tệp {file} không đọc được. Xin tạo chứng chỉ mới.',
  'doctor.data-ok': 'Dữ liệu: nguyên vẹn.',
  'doctor.data-none': 'Dữ liệu: chưa có trong thư mục {folder}.',
  'doctor.data-bad':
    'Dữ liệu: tệp bị hỏng ({why}). Xin dừng máy chủ và khôi phục bản sao lưu: motcua restore.',
  'doctor.numbers-with-letter':
    'Số: từ {time} số của hệ thống có thêm chữ {letters}, vì máy chủ vừa được khôi phục hoặc chuyển máy. Hết ngày sẽ trở lại bình thường.',
  'doctor.minutes': '{count} phút',
  'doctor.hours': '{count} giờ',
  'doctor.days': '{count} ngày',
} as const;
