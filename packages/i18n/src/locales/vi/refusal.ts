export const refusal = {
  'refusal.dossier-code-malformed':
    'Mã hồ sơ không đúng dạng, ví dụ 000.00.01.H44-250715-0007. Mã chưa được ghi.',
  'refusal.action-not-allowed': 'Việc này không làm được với số đang ở trạng thái này.',
  'refusal.already-checked-in': 'Mã hẹn này đã được dùng để lấy số.',
  'refusal.announcement-not-found': 'Không tìm thấy lượt gọi này.',
  'refusal.booking-cancelled': 'Lịch hẹn này đã huỷ. Xin hỏi cán bộ hướng dẫn.',
  'refusal.booking-not-found': 'Không tìm thấy mã hẹn này. Xin xem lại mã.',
  'refusal.booking-other-day': 'Lịch hẹn này vào ngày khác: {day}.',
  'refusal.booking-too-early':
    'Chưa đến giờ hẹn {time}. Xin quay lại từ {from}, hoặc lấy số thường.',
  'refusal.bookings-not-offered': 'Trung tâm chưa nhận đặt lịch.',
  'refusal.call-being-spoken': 'Lượt gọi đang được đọc. Xin đợi giây lát.',
  'refusal.called-often-enough':
    'Số này đã gọi đủ số lần. Hãy bấm “Vắng mặt” hoặc gọi số tiếp theo.',
  'refusal.clerk-at-another-counter': 'Bạn đang mở quầy số {counter}. Hãy đóng quầy đó trước.',
  'refusal.clerk-not-at-counter': 'Cán bộ này chưa ngồi ở quầy nào.',
  'refusal.clock-impossible':
    'Giờ của máy chủ không thể đúng. Xin chỉnh lại ngày giờ của máy tính trước.',
  'refusal.counter-closed': 'Quầy chưa mở.',
  'refusal.counter-not-found': 'Không có quầy này.',
  'refusal.counter-paused': 'Quầy đang tạm ngừng. Hãy mở lại trước khi gọi số.',
  'refusal.counter-taken': 'Quầy này đang có người khác làm việc: {clerk}.',
  'refusal.day-not-yet': 'Chưa đến ngày {day}.',
  'refusal.device-not-found': 'Không tìm thấy thiết bị này.',
  'refusal.finish-first': 'Hãy hoàn tất số {number} trước khi gọi số tiếp theo.',
  'refusal.grace-over': 'Đã quá thời gian chờ quay lại. Xin hỏi cán bộ hướng dẫn.',
  'refusal.hold-used': 'Số này đã giữ chỗ một lần rồi.',
  'refusal.hub-unavailable': 'Máy chủ tạm thời không trả lời. Xin thử lại sau ít phút.',
  'refusal.id-taken': 'Mã này đã thuộc về lượt khác.',
  'refusal.file-too-large': 'Tệp quá lớn. Chỉ nhận tệp đến {megabytes} MB.',
  'refusal.import-outdated': 'Dữ liệu đã đổi trong lúc xem trước. Xin xem lại trước khi nhập.',
  'refusal.import-changed-since':
    'Những mục đã nhập đã được sửa tiếp, nên không hoàn lại được nữa.',
  'refusal.import-not-found': 'Không còn bản nhập này, hoặc đã hoàn lại rồi.',
  'refusal.import-has-errors': 'Tệp còn lỗi nên chưa nhập gì.',
  'refusal.in-use': 'Mục này đang được dùng nên chưa thể xoá.',
  'refusal.kiosk-cannot-print':
    'Máy lấy số “{device}” hiện không in được. Xin xem máy in, hoặc chọn máy khác.',
  'refusal.kiosk-locked': 'Máy lấy số đang tạm khoá. Xin hỏi cán bộ hướng dẫn.',
  'refusal.letters-not-drawable':
    'Chữ sau không in được trên phiếu và báo cáo: {letters}. Xin dùng chữ khác.',
  'refusal.malformed': 'Dữ liệu gửi đi không đúng mẫu.',
  'refusal.name-taken': 'Tên này đã có người dùng.',
  'refusal.nobody-waiting': 'Không còn ai đang chờ.',
  'refusal.not-served-there': 'Quầy này không phục vụ hàng chờ của số này.',
  'refusal.not-your-number': 'Số này không phải do máy lấy số này cấp.',
  'refusal.not-your-visit': 'Số này đang ở quầy khác.',
  'refusal.nothing-to-undo': 'Không còn gì để hoàn tác.',
  'refusal.number-prefix-clashes':
    'Chữ của hàng chờ này trùng cách ghi số của “{queue}” khi có thêm chữ của máy lấy số. Xin chọn chữ khác.',
  'refusal.number-unknown': 'Không hàng chờ nào có số như vậy.',
  'refusal.number-range-overlaps': 'Dải số trùng với hàng chờ “{queue}”.',
  'refusal.numbers-ended':
    'Sắp đến giờ nghỉ nên đã ngừng cấp số. Xin mời quay lại vào giờ làm việc tới.',
  'refusal.numbers-used-up': 'Hôm nay đã cấp hết số. Xin hỏi cán bộ hướng dẫn.',
  'refusal.outside-opening-hours': 'Hiện đã hết giờ cấp số. Xin mời quay lại vào giờ làm việc.',
  'refusal.pairing-code-unknown': 'Mã ghép nối không đúng hoặc đã hết hạn.',
  'refusal.password-common': 'Mật khẩu này quá dễ đoán. Xin chọn vài từ chỉ riêng bạn nghĩ ra.',
  'refusal.password-own-name': 'Mật khẩu không nên là tên hoặc tên đăng nhập của bạn.',
  'refusal.password-short':
    'Mật khẩu cần ít nhất 10 ký tự. Vài từ ghép lại là được, không cần ký tự đặc biệt.',
  'refusal.password-wrong': 'Mật khẩu hiện tại không đúng.',
  'refusal.period-reversed': 'Ngày kết thúc trước ngày bắt đầu.',
  'refusal.period-unreadable':
    'Không hiểu kỳ báo cáo “{period}”. Ví dụ: 2026-07, 2026-Q3, 2026-W27, 2026, 2026-01..2026-06.',
  'refusal.person-not-found': 'Không tìm thấy người này.',
  'refusal.pin-not-here':
    'Mã PIN chỉ dùng được ở máy mà hôm nay đã có người đăng nhập bằng mật khẩu.',
  'refusal.pin-simple': 'Mã PIN này quá dễ đoán. Xin chọn số khác.',
  'refusal.pin-suspended': 'Mã PIN tạm khoá vì nhập sai nhiều lần. Xin đăng nhập bằng mật khẩu.',
  'refusal.print-job-not-found': 'Không tìm thấy phiếu này.',
  'refusal.queue-closed': 'Dịch vụ này tạm ngừng cấp số. Xin hỏi cán bộ hướng dẫn.',
  'refusal.queue-letters-unknown':
    'Chữ cái của hàng chờ chỉ gồm chữ tiếng Việt hoặc F, J, W, Z; không dùng chữ của bảng chữ cái khác.',
  'refusal.queue-not-found': 'Không có hàng chờ này.',
  'refusal.quota-reached': 'Dịch vụ này hôm nay đã nhận đủ số lượt. Xin hỏi cán bộ hướng dẫn.',
  'refusal.reason-needed': 'Xin ghi lý do.',
  'refusal.role-not-allowed': 'Bạn không có quyền làm việc này.',
  'refusal.service-not-found': 'Không có dịch vụ này.',
  'refusal.setting-not-found': 'Không tìm thấy mục này.',
  'refusal.setup-file-incomplete':
    'Tệp thiết lập bị cắt hoặc hỏng: không đọc được đến hết. Xin lấy lại tệp.',
  'refusal.setup-file-other': 'Tệp này không phải tệp thiết lập của motcua.',
  'refusal.setup-file-version':
    'Tệp thiết lập này thuộc phiên bản {version}, chương trình chỉ đọc được phiên bản {known}. Xin cập nhật chương trình hoặc xuất lại tệp.',
  'refusal.setup-file-wrong': 'Tệp thiết lập có chỗ không dùng được: {at}. Chưa thay đổi gì.',
  'refusal.setup-has-visits':
    'Đã có lượt khách nên không xoá được nữa. Muốn bắt đầu lại, xin cho máy chủ chạy với một thư mục dữ liệu trống.',
  'refusal.setup-not-empty': 'Trung tâm đã có thiết lập nên không đưa dữ liệu mẫu vào được.',
  'refusal.setup-not-made-up':
    'Ở đây không chỉ có dữ liệu mẫu: đã có mục được sửa hoặc thêm, nên không xoá bằng một nút được.',
  'refusal.sign-in-failed': 'Tên đăng nhập hoặc mật khẩu không đúng.',
  'refusal.sign-in-first': 'Xin đăng nhập trước.',
  'refusal.slot-full': 'Khung giờ này đã đủ người đặt.',
  'refusal.slot-not-offered': 'Không có khung giờ này.',
  'refusal.steps-used-up': 'Một lượt chỉ làm được tối đa năm việc.',
  'refusal.slip-not-found':
    'Không đọc được phiếu này, hoặc phiếu không phải của hôm nay. Xin quét lại hoặc hỏi cán bộ hướng dẫn.',
  'refusal.ticket-not-found': 'Hôm nay không có số {number}. Xin xem lại phiếu.',
  'refusal.ticket-too-old': 'Phiếu đã quá 7 ngày, không ghi nhận nữa.',
  'refusal.too-many-requests': 'Quá nhiều lần thử. Xin đợi một lát.',
  'refusal.visit-not-found': 'Không tìm thấy số này.',
} as const;
