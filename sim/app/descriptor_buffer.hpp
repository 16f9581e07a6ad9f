#pragma once

#include <streambuf>
#include <string>
#include <vector>

namespace sendcap::app {

// Writes to a file descriptor and remembers why it failed, which the streams of the standard library do not.
class DescriptorBuffer : public std::streambuf {
 public:
  explicit DescriptorBuffer(int descriptor);

  // What the system said when writing failed, such as `No space left on device`; empty while all is well.
  [[nodiscard]] const std::string& failure() const { return failure_; }

 protected:
  int_type overflow(int_type letter) override;
  std::streamsize xsputn(const char* text, std::streamsize size) override;
  int sync() override;

 private:
  bool send(const char* text, std::streamsize size);

  int descriptor_;
  std::vector<char> waiting_;
  std::string failure_;
};

}  // namespace sendcap::app
