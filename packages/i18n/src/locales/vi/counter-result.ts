export const counterResult = {
  'counter.result-of': 'Kết quả {number}:',
  'counter.result-is': '{number}: {result}',
  'counter.result-received': 'Nhận hồ sơ',
  'counter.result-sent-back': 'Thiếu giấy tờ',
  'counter.result-handed-over': 'Trả kết quả',
  'counter.result-advised': 'Hướng dẫn',
  'counter.result-helped-online': 'Nộp trực tuyến',
  'counter.skip-result': 'Bỏ qua',
  'counter.dossier-code': 'Mã hồ sơ',
  'counter.note-code': 'Ghi',
  'admin.field-results': 'Quầy ghi kết quả từng việc',
  'admin.hint-results':
    'Sau khi hoàn tất, quầy hỏi kết quả bằng một phím số và mã hồ sơ nếu có; không bắt buộc, không làm chậm việc gọi số.',
} as const;
