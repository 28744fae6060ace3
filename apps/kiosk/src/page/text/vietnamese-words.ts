/** Words of two syllables that occur on a kiosk: a line break within one would be misread. */
const WORDS = [
  ...['hỗ trợ', 'hồ sơ', 'dịch vụ', 'đăng ký', 'kết hôn', 'khai sinh', 'khai tử', 'giấy tờ'],
  ...['ưu tiên', 'giám hộ', 'hộ tịch', 'chứng thực', 'xác nhận', 'tình trạng', 'hôn nhân'],
  ...[
    'bản sao',
    'bản chính',
    'trích lục',
    'cư trú',
    'căn cước',
    'đất đai',
    'xây dựng',
    'môi trường',
  ],
  ...['bảo hiểm', 'xã hội', 'kinh doanh', 'hướng dẫn', 'thủ tục', 'trực tuyến', 'quốc gia'],
  ...['tài khoản', 'mật khẩu', 'kích hoạt', 'phản ánh', 'kiến nghị', 'kết quả', 'giải quyết'],
  ...['bổ sung', 'yêu cầu', 'thông tin', 'quy hoạch', 'giấy phép', 'sử dụng', 'chuyển nhượng'],
  ...['thừa kế', 'tặng cho', 'khuyết tật', 'mang thai', 'phụ nữ', 'trẻ em', 'thương binh'],
  ...[
    'liệt sĩ',
    'cách mạng',
    'thân nhân',
    'phiên dịch',
    'xe lăn',
    'vẫy tay',
    'cán bộ',
    'trung tâm',
  ],
  ...['thường trú', 'tạm trú', 'liên thông', 'cải chính', 'giao dịch', 'tài sản', 'chế độ'],
  ...['trợ cấp', 'chính sách', 'hộ nghèo', 'dân tộc', 'thiểu số', 'y tế', 'giáo dục', 'văn hoá'],
  ...['tôn giáo', 'lĩnh vực', 'công an', 'hộ khẩu', 'biến động', 'định danh', 'điện tử', 'mẫu đơn'],
  ...['mai táng', 'hưu trí', 'thai sản', 'người dân', 'nước ngoài', 'lịch hẹn', 'trang đầu'],
] as const;

const letters = (word: string): string => word.normalize('NFC').replace(' ', ' +');
const ANY = new RegExp(`(?<!\\p{L})(?:${WORDS.map(letters).join('|')})(?!\\p{L})`, 'giu');

/** Puts non-breaking spaces inside of words. */
export function withWholeWords(text: string): string {
  return text.replaceAll(ANY, (word) => word.replaceAll(/ +/g, '\u00A0'));
}
