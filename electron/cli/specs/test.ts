import { text } from '../../../shared/model/text'
import type { CommandSpec } from '../spec'
import { toolsOption } from './common'

export const testSpec: CommandSpec = {
  name: 'test',
  about: text('Test the connection to a relay; asks a model for one word', '测试与中转站的连接；会让模型回答一个词'),
  positionals: [{ name: 'name', optional: true, many: true, completes: 'profile' }],
  options: [
    { name: 'all', about: text('all profiles (default: those in use)', '所有配置（默认：正在使用的配置）') },
    toolsOption,
    { name: 'free', about: text('spend no tokens: no model is asked', '不消耗 token：不询问模型') },
    {
      name: 'deep',
      about: text(
        'also a longer stream, proxy against direct, IPv4 against IPv6, all protocols',
        '另外测试较长的流、代理与直连对比、IPv4 与 IPv6 对比、全部协议',
      ),
    },
    { name: 'endpoints', about: text("compare the relay's endpoints instead; spends no tokens", '改为比较中转的各个地址；不消耗 token') },
    {
      name: 'fastest',
      about: text('with --endpoints: make the fastest the URL of the profile', '与 --endpoints 同用：将最快的地址设为配置的地址'),
    },
    { name: 'curl', about: text('test nothing; print each step as a curl command', '不测试，只把每一步输出为 curl 命令') },
    { name: 'powershell', about: text('with --curl: for PowerShell', '与 --curl 同用：用于 PowerShell') },
    { name: 'reveal', about: text('with --curl: the key in full', '与 --curl 同用：显示完整密钥') },
  ],
  examples: [
    'switchyard test',
    'switchyard test Work --deep',
    'switchyard test Work --endpoints --fastest',
    'switchyard test --all --free --json',
    'switchyard test Work --tools claude --curl',
  ],
}
