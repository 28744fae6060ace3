export const hub = {
  'hub.title': 'Hệ thống lấy số và gọi số',
  'hub.counter': 'Quầy làm việc',
  'hub.display': 'Màn hình phòng chờ',
  'hub.admin': 'Quản trị',
  'hub.not-built': 'Trang này chưa được chuẩn bị. Xin chạy “npm run build” rồi mở lại.',
} as const;
