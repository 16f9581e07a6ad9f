#pragma once

#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

namespace sendcap::store {

// A test with a fresh folder for its files.
class InAFolder : public ::testing::Test {
 protected:
  InAFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "sendcap-store-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no folder for the test's files");
    folder_ = pattern;
  }
  ~InAFolder() override { std::filesystem::remove_all(folder_); }

  void write(const std::filesystem::path& path, const std::string& text) const {
    std::ofstream(path, std::ios::binary) << text;
  }
  [[nodiscard]] std::string read(const std::filesystem::path& path) const {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  }

  std::filesystem::path folder_;
};

}  // namespace sendcap::store
