export const adminImport = {
  'admin.import-kind-services': 'Dịch vụ và giấy tờ cần mang',
  'admin.import-kind-people': 'Cán bộ',
  'admin.import-kind-holidays': 'Ngày nghỉ, ngày làm bù',
  'admin.import-kind-bookings': 'Lịch hẹn',
  'admin.import-kind-dossiers': 'Hồ sơ từ hệ thống của tỉnh',
} as const;
