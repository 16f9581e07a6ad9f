#include "descriptor_buffer.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace sendcap::app {
namespace {

constexpr std::size_t kSize = 1U << 16U;

}  // namespace

DescriptorBuffer::DescriptorBuffer(int descriptor) : descriptor_(descriptor), waiting_(kSize) {
  setp(waiting_.data(), waiting_.data() + waiting_.size());
}

DescriptorBuffer::int_type DescriptorBuffer::overflow(int_type letter) {
  if (sync() != 0) return traits_type::eof();
  if (!traits_type::eq_int_type(letter, traits_type::eof())) sputc(traits_type::to_char_type(letter));
  return traits_type::not_eof(letter);
}

std::streamsize DescriptorBuffer::xsputn(const char* text, std::streamsize size) {
  if (size <= epptr() - pptr()) {
    std::memcpy(pptr(), text, static_cast<std::size_t>(size));
    pbump(static_cast<int>(size));
    return size;
  }
  return sync() == 0 && send(text, size) ? size : 0;
}

int DescriptorBuffer::sync() {
  const std::streamsize size = pptr() - pbase();
  setp(waiting_.data(), waiting_.data() + waiting_.size());
  return send(waiting_.data(), size) ? 0 : -1;
}

bool DescriptorBuffer::send(const char* text, std::streamsize size) {
  while (size > 0 && failure_.empty()) {
    const ssize_t sent = ::write(descriptor_, text, static_cast<std::size_t>(size));
    if (sent < 0 && errno == EINTR) continue;
    if (sent < 0) {
      failure_ = std::strerror(errno);
    } else {
      text += sent;
      size -= sent;
    }
  }
  return failure_.empty();
}

}  // namespace sendcap::app
