/** What a centre needs before it works, and what is said where nothing is yet. */
export const adminStart = {
  'admin.menu': 'Các mục',
  'admin.not-yours-title': 'Mục này không thuộc quyền của bạn',
  'admin.not-yours-body':
    'Bạn đang đăng nhập với vai trò “{mine}”. Mục này thuộc vai trò: {theirs}.',
  'admin.setup-title': 'Còn thiếu để bắt đầu làm việc',
  'admin.setup-lead': 'Xin làm lần lượt từ trên xuống. Mục nào xong sẽ tự biến mất khỏi đây.',
  'admin.gap-no-name': 'Đặt tên trung tâm và cơ quan chủ quản',
  'admin.gap-no-name-why': 'Hiện trên màn hình, phiếu và báo cáo.',
  'admin.gap-no-hours': 'Đặt giờ làm việc',
  'admin.gap-no-hours-why': 'Ngoài giờ làm việc không ai lấy được số.',
  'admin.gap-no-queue': 'Thêm hàng chờ',
  'admin.gap-no-queue-why': 'Mỗi hàng chờ có chữ cái và dải số riêng, ví dụ H001.',
  'admin.gap-no-group': 'Thêm nhóm dịch vụ',
  'admin.gap-no-group-why': 'Các nút ở trang đầu của máy lấy số.',
  'admin.gap-no-service': 'Thêm dịch vụ',
  'admin.gap-no-service-why': 'Việc mà người dân đến làm, ví dụ đăng ký kết hôn.',
  'admin.gap-no-counter': 'Thêm quầy',
  'admin.gap-no-counter-why': 'Nơi cán bộ tiếp người dân, và những hàng chờ mà quầy gọi.',
  'admin.gap-queue-without-counter': 'Giao hàng chờ cho một quầy: {queues}',
  'admin.gap-queue-without-counter-why': 'Người dân lấy được số ở đó, nhưng không quầy nào gọi.',
  'admin.gap-no-clerk': 'Thêm cán bộ tại quầy',
  'admin.gap-no-clerk-why': 'Cán bộ đăng nhập tại {address} để mở quầy và gọi số.',
  'admin.gap-no-display': 'Cho phép một màn hình',
  'admin.gap-no-display-why':
    'Chưa có màn hình thì không ai nghe và thấy lượt gọi. Trên máy của ti vi, mở {address}; mã sáu chữ số sẽ hiện ở mục Thiết bị.',
  'admin.gap-no-kiosk': 'Cho phép một máy lấy số',
  'admin.gap-no-kiosk-why':
    'Chưa có máy thì cán bộ cấp số ở {address}, phần “Hướng dẫn (không ngồi quầy)”. Khi máy lấy số chạy lần đầu, mã sáu chữ số của máy hiện ở mục Thiết bị.',
  'admin.gap-theirs': 'Việc này thuộc vai trò: {role}.',
  'admin.go-to': 'Đến mục {page}',
  'admin.first-queue':
    'Mỗi dịch vụ chờ trong một hàng chờ, mỗi quầy gọi từ các hàng chờ. Xin thêm hàng chờ trước.',
  'admin.first-group': 'Máy lấy số hiện dịch vụ theo nhóm. Xin thêm nhóm trước.',
  'admin.no-services': 'Chưa có dịch vụ nào.',
  'admin.no-groups': 'Chưa có nhóm dịch vụ nào.',
  'admin.no-priority-groups': 'Chưa có nhóm ưu tiên nào.',
} as const;
